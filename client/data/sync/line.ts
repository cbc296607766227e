import { readTold, textSaid, type SaidByPhone, type ToldByServer } from '#shared/protocol/line.ts'

/** Whoever listens to the line. */
export type LineHears = {
  /** The server hears this phone from here on; what was hinted while nobody listened is not known. */
  connected(): void
  told(told: ToldByServer): void
  lost(): void
}

export interface Line {
  /** Says something if somebody is there to hear it. */
  say(said: SaidByPhone): void
  stop(): void
}

const SILENCE = 60_000
const LONGEST_RETRY = 5 * 60_000

/** Holds a line to the server while the app is in front: hints come over it, and who else is in a text. All works without. */
export function openLine(token: () => Promise<string | undefined>, hears: LineHears): Line {
  let socket: WebSocket | null = null
  let silent: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let failures = 0
  let beats = 0

  const heard = (from: WebSocket) => {
    clearTimeout(silent)
    // An offline browser leaves a dead socket open: no sign of life for a minute means it is one.
    silent = setTimeout(() => letGo(from), SILENCE)
  }
  /** A dead socket says so late or never: whoever waits is told at once. */
  const letGo = (of: WebSocket) => {
    of.close()
    if (socket === of) gone()
  }
  const gone = () => {
    clearTimeout(silent)
    socket = null
    if (beats > 0) hears.lost()
    beats = 0
    if (stopped || document.visibilityState !== 'visible') return
    failures++
    clearTimeout(retry)
    retry = setTimeout(() => void connect(), Math.min(LONGEST_RETRY, 1_000 * 2 ** failures))
  }
  const beat = () => {
    beats++
    if (beats === 1) return hears.connected()
    // Not with the first: shown out for what it says, a phone would be greeted and shown out again, for ever.
    failures = 0
    hears.told({ is: 'beat' })
  }
  const connect = async () => {
    if (stopped || socket || document.visibilityState !== 'visible') return
    const known = await token()
    if (!known || stopped || socket) return
    const opened = new WebSocket(`${location.origin.replace(/^http/u, 'ws')}/hints`)
    socket = opened
    opened.onopen = () => {
      opened.send(textSaid({ is: 'token', token: known }))
      heard(opened)
    }
    opened.onmessage = ({ data }) => {
      if (socket !== opened) return
      heard(opened)
      const told = readTold(data)
      if (told?.is === 'beat') beat()
      else if (told) hears.told(told)
    }
    opened.onclose = () => {
      if (socket === opened) gone()
    }
  }
  const onVisible = () => {
    if (document.visibilityState === 'visible') void connect()
    else if (socket) letGo(socket)
  }
  document.addEventListener('visibilitychange', onVisible)
  void connect()
  return {
    say(said) {
      if (beats > 0 && socket?.readyState === WebSocket.OPEN) socket.send(textSaid(said))
    },
    stop() {
      stopped = true
      document.removeEventListener('visibilitychange', onVisible)
      clearTimeout(retry)
      clearTimeout(silent)
      if (socket) letGo(socket)
    },
  }
}
