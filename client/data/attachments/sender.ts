import { MAX_PIECE_BYTES } from '#shared/protocol/version.ts'
import { REFUSALS, type Refusal } from '#shared/records/refusal.ts'
import type { PhoneBook, StoredAttachment } from '#client/data/book/book.ts'
import { whatBecomesOf } from './what-becomes.ts'

type Parts = {
  book: PhoneBook
  token: () => Promise<string | undefined>
  clock: () => number
  fetch: typeof fetch
}

const FIRST_RETRY = 2_000
const LONGEST_RETRY = 5 * 60_000
const DAY = 24 * 60 * 60 * 1000
/** What nothing spoke of for so long goes, unless a form still shows it. Held work may come to be spoken of again. */
const KEPT_UNNAMED = 30 * DAY

/** Sends attachments after the words that name them: piece by piece, from where the server says it is. */
export class AttachmentSender {
  readonly #parts: Parts
  #running = false
  #again = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Words went through: perhaps something may follow them. */
  want(): void {
    if (this.#stopped) return
    if (this.#running) this.#again = true
    else void this.#run()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#retry)
  }

  async #run(): Promise<void> {
    clearTimeout(this.#retry)
    this.#running = true
    this.#again = false
    const through = await this.sendNow().catch(() => false) // no network, a cut link, a full phone: tried again
    this.#running = false
    if (this.#stopped) return
    this.#failures = through ? 0 : this.#failures + 1
    if (this.#again) return this.want()
    if (through) return
    const after = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (this.#failures - 1))
    this.#retry = setTimeout(() => this.want(), after * (0.5 + Math.random()))
  }

  /**
   * Sends what may go, once.
   * @returns false when something is to be tried again soon @throws what a browser throws when nobody answers
   */
  async sendNow(): Promise<boolean> {
    const { book, clock } = this.#parts
    const unsent = (await book.list('attachments')).filter(({ sentAt }) => sentAt === null)
    for (const one of unsent.toSorted((a, b) => a.at - b.at)) {
      if (this.#stopped) return true
      const fate = await whatBecomesOf(book, one)
      if (fate === 'wait') continue
      if (fate === 'unnamed') await this.#unnamed(one)
      else if (!isRefusedToday(one, clock()) && !(await this.#send(one))) return false
    }
    return true
  }

  async #unnamed(one: StoredAttachment): Promise<void> {
    const { book, clock } = this.#parts
    const { scope, id, at, due } = one
    if (due) return book.commit([{ put: 'attachments', value: { ...one, due: false } }])
    if (clock() - at < KEPT_UNNAMED) return
    const forms = await book.list('forms')
    if (forms.some(({ value }) => JSON.stringify(value)?.includes(id))) return
    await book.commit([
      { drop: 'attachmentBytes', key: [scope, id] },
      { drop: 'attachments', key: [scope, id] },
    ])
  }

  /** @throws what a browser throws when nobody answers */
  async #send({ refused: _, ...one }: StoredAttachment): Promise<boolean> {
    const { book, clock } = this.#parts
    const { scope, id, size } = one
    const bytes = (await book.get('attachmentBytes', [scope, id]))?.bytes
    if (!bytes) return this.#note({ ...one, due: false, sentAt: clock() }) // let go of because the server had it
    let answer = await this.#ask(one, 'have')
    for (;;) {
      if ('refused' in answer) return this.#refused(one, answer.refused)
      const { have } = answer
      if (have >= size) return this.#note({ ...one, due: false, sent: size, sentAt: clock() })
      await this.#note({ ...one, due: true, sent: have })
      const piece = bytes.subarray(have, have + MAX_PIECE_BYTES)
      answer = await this.#ask(one, 'piece', { start: have, piece })
      if ('have' in answer && answer.have <= have) return false // somebody else sends the same; asked again later
    }
  }

  async #note(one: StoredAttachment): Promise<true> {
    await this.#parts.book.commit([{ put: 'attachments', value: one }])
    return true
  }

  async #refused(one: StoredAttachment, why: Refusal | 'serverFull'): Promise<boolean> {
    // Not known there: another phone's correction may have replaced it, which the next sync tells.
    if (why === 'notFound') return true
    const at = this.#parts.clock()
    await this.#note({ ...one, due: true, refused: { why, at } })
    return why !== 'serverFull'
  }

  async #ask(
    { scope, id }: StoredAttachment,
    what: 'have' | 'piece',
    of: { start: number; piece?: Uint8Array } = { start: 0 },
  ): Promise<{ have: number } | { refused: Refusal | 'serverFull' }> {
    const headers = {
      authorization: `Bearer ${(await this.#parts.token()) ?? ''}`,
      'content-type': 'application/octet-stream',
    }
    const response =
      what === 'have'
        ? await this.#parts.fetch(`/attachments/${id}/have?scope=${scope}`, { headers })
        : await this.#parts.fetch(`/attachments/${id}?scope=${scope}&start=${of.start}`, {
            method: 'POST',
            headers,
            body: of.piece as BodyInit,
          })
    if (response.status === 507) return { refused: 'serverFull' }
    const answer = (await response.json()) as { have?: unknown; refusal?: unknown }
    if (response.ok && typeof answer.have === 'number') return { have: answer.have }
    const refused = REFUSALS.find((code) => code === answer.refusal)
    if (refused && refused !== 'notAllowed') return { refused }
    throw new TypeError('not an answer of ours')
  }
}

const isRefusedToday = ({ refused }: StoredAttachment, now: number): boolean =>
  refused !== undefined && refused.why !== 'serverFull' && Math.abs(now - refused.at) < DAY
