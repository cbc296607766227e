/** Listens for hints while the app is in front: "scope X is at 812". Everything works without it. */
export function listenForHints(token: () => Promise<string | undefined>, hinted: () => void): () => void {
  let socket: WebSocket | null = null
  let silent: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let failures = 0

  const heard = () => {
    clearTimeout(silent)
    // An offline browser leaves a dead socket open: no sign of life for a minute means it is one.
    silent = setTimeout(() => socket?.close(), SILENCE)
  }
  const connect = async () => {
    if (stopped || socket || document.visibilityState !== 'visible') return
    const known = await token()
    if (!known || stopped) return
    const opened = new WebSocket(`${location.origin.replace(/^http/u, 'ws')}/hints`)
    socket = opened
    opened.onopen = () => {
      opened.send(JSON.stringify({ token: known }))
      heard()
      hinted() // whatever was hinted while nobody listened
    }
    opened.onmessage = ({ data }) => {
      failures = 0
      heard()
      if (typeof data === 'string' && data.includes('"scope"')) hinted()
    }
    opened.onclose = () => {
      clearTimeout(silent)
      socket = null
      failures++
      clearTimeout(retry)
      retry = setTimeout(() => void connect(), Math.min(LONGEST_RETRY, 1_000 * 2 ** failures))
    }
  }
  const onVisible = () => {
    if (document.visibilityState === 'visible') void connect()
    else socket?.close()
  }
  document.addEventListener('visibilitychange', onVisible)
  void connect()
  return () => {
    stopped = true
    document.removeEventListener('visibilitychange', onVisible)
    clearTimeout(retry)
    clearTimeout(silent)
    socket?.close()
  }
}

const SILENCE = 60_000
const LONGEST_RETRY = 5 * 60_000
