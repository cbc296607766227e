import type { Instant } from '#shared/records/ids.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import type { Change } from '#server/storage/storage.ts'

const EVERY = 60_000

/**
 * [A16] How often pages are opened: a number a day and nothing else, neither who nor from where. Counted in memory and
 * written in passing, so that reading a page never costs a commit; a server that dies forgets the last minute.
 */
export class OpeningCounter {
  readonly #clock: () => Instant
  readonly #write: (change: Change) => void
  readonly #everyMs: number
  #counted = new Map<string, { slug: string; day: string; times: number }>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(clock: () => Instant, write: (change: Change) => void, everyMs = EVERY) {
    this.#clock = clock
    this.#write = write
    this.#everyMs = everyMs
  }

  /** Somebody opened a page. */
  count(slug: string, { method, headers }: Request): void {
    if (method !== 'GET' || isRobot(headers)) return
    const day = dayInVietnam(this.#clock())
    const key = `${slug} ${day}`
    const times = (this.#counted.get(key)?.times ?? 0) + 1
    this.#counted.set(key, { slug, day, times })
    this.#timer ??= setTimeout(() => this.#hand(), this.#everyMs)
    this.#timer.unref()
  }

  /** Counted of a page and not written yet. */
  unwritten(slug: string): number {
    const mine = [...this.#counted.values()].filter((counted) => counted.slug === slug)
    return mine.reduce((sum, { times }) => sum + times, 0)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#hand()
  }

  #hand(): void {
    this.#timer = undefined
    for (const openings of this.#counted.values()) this.#write({ put: 'openings', openings })
    this.#counted = new Map()
  }
}

/**
 * Robots that fetch a page for a preview or an index, as far as they say so; browsers that fetch ahead, too. Zalo's own
 * browser names Zalo and is a person's, so that word alone tells nothing.
 */
const ROBOT =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|viber|skype|slack|curl|wget|python|java\/|go-http|okhttp|headless|lighthouse|monitor/iu

function isRobot(headers: Headers): boolean {
  const agent = headers.get('user-agent') ?? ''
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''}`
  return agent === '' || ROBOT.test(agent) || /prefetch|preview/iu.test(purpose)
}
