/**
 * Takes the secret out of the address (`#…`), where it is never sent to a server, and clears it there, so that it stands
 * in no history and on no screen. Null when there is none.
 */
export function takeLinkSecret(): { secret: string; link: string } | null {
  const secret = decoded(location.hash.slice(1))
  const link = location.href
  if (secret === '') return null
  history.replaceState(history.state, '', location.pathname)
  return { secret, link }
}

/** Messengers write some letters as `%2E`; what is no such writing is left as it came, to be refused in words. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}
