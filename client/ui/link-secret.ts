/**
 * Takes the secret out of the address (`#…`), where it is never sent to a server, and clears it there, so that it stands
 * in no history and on no screen. Null when there is none.
 */
export function takeLinkSecret(): { secret: string; link: string } | null {
  const secret = decodeURIComponent(location.hash.slice(1))
  const link = location.href
  if (secret === '') return null
  history.replaceState(history.state, '', location.pathname)
  return { secret, link }
}
