/** Whether somebody else sits at this phone: asked before anything is shown, so it must cost nothing to know. */
export function isLent(): boolean {
  try {
    return localStorage.getItem('helping') !== null
  } catch {
    return false // a browser that keeps nothing cannot lend the phone
  }
}
