/** Whether somebody else sits at this phone: asked before anything is shown, so it must cost nothing to know. */
export function isLent(): boolean {
  try {
    return localStorage.getItem('helping') !== null
  } catch {
    return false // a browser that keeps nothing cannot lend the phone
  }
}

/** A tab that was open before, or one the Back button brings up again as it was, shows the book no more once it is lent. */
export function hideWhenLent(): void {
  addEventListener('storage', ({ key }) => key === 'helping' && location.reload())
  addEventListener('pageshow', ({ persisted }) => persisted && isLent() && location.reload())
}
