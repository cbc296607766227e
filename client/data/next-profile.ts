const KEY = 'so-chi-bo:next-profile'

/** The next page of this tab opens this profile: somebody is being added to a shared device. */
export function openNext(id: string): void {
  sessionStorage.setItem(KEY, id)
}

/** The profile that is being added in this tab, until its person is in; null when none is. */
export function nextProfile(): string | null {
  return sessionStorage.getItem(KEY)
}

export function forgetNext(): void {
  sessionStorage.removeItem(KEY)
}
