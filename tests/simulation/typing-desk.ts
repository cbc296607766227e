import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { Transform } from 'prosemirror-transform'
import { LONGEST_UNSAVED, PAUSE, SHORT_PAUSE } from '#client/data/draft.ts'
import type { DocumentSession } from '#client/data/document-session.ts'
import { Replica } from '#client/data/replica/replica.ts'
import { AT_REST, next, type SyncInput, type SyncState } from '#client/data/sync/machine.ts'
import { packRequest } from '#client/data/sync/wire.ts'
import { putIntoDocument, showDocument, type Shown } from '#client/editor/document-bridge.ts'
import { schema } from '#client/editor/schema.ts'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { encodeFrame } from '#shared/protocol/frames.ts'
import { decodeRequest } from '#shared/protocol/request.ts'
import { frameBytes } from '#shared/protocol/stream.ts'
import { contentText } from '#shared/records/content.ts'
import { readContent } from '#shared/document/read.ts'
import { cellScope, type ScopeId } from '#shared/records/scope.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import { verify, type KeyPair } from './keys.ts'
import { MemoryBook } from './memory-book.ts'
import type { Timeline } from './timeline.ts'
import { CELL, LINEAGE } from './village.ts'

const ROUND_TRIP = 120
const PLACE = { scope: cellScope(CELL), record: 'resolution-1', kind: 'resolution' } as const

type Parts = {
  time: Timeline
  server: ServerBook
  keys: KeyPair
  serverKey: string
  person: string
  device: string
}

/** A phone with a text open: the real replica and the real machine over the real server, on a clock that can be turned. */
export class TypingDesk {
  readonly #parts: Parts
  readonly #replica: Replica
  readonly book = new MemoryBook()
  #session: DocumentSession | null = null
  #shown: Shown | null = null
  #state: SyncState = AT_REST
  #pause = 0
  #unsavedSince: number | null = null
  /** Bytes of requests and of answers, compressed as they travel, without what HTTP adds. */
  readonly sent = { syncs: 0, batches: 0, up: 0, down: 0 }

  constructor(parts: Parts) {
    this.#parts = parts
    const { keys, serverKey, person, device, time } = parts
    this.#replica = new Replica({
      ...{ book: this.book, clock: () => time.now, sign: keys.sign, announce: () => undefined },
      identity: { device, person, lineage: LINEAGE, serverKey, enrolledAt: time.now },
      isFromServer: (signature, bytes) => verify(serverKey, signature, bytes),
      isSignedBy: verify,
      localNow: () => '2026-12-03T20:00',
      newId: () => `id-${device}-${time.now}`,
      newClientId: () => 1 + (time.now % 0xfffffff),
    })
  }

  give(command: unknown): Promise<unknown> {
    return this.#replica.give(PLACE, command, { start: [{ part: 'block', kind: null, depth: 0, runs: [] }] })
  }

  async open(): Promise<void> {
    const session = await this.#replica.open(PLACE)
    this.#session = session
    this.#shown = showDocument(session.doc)
    session.show({
      midWord: false,
      flush: () => undefined,
      changed: () => (this.#shown = showDocument(session.doc)),
      closed: () => undefined,
    })
  }

  /** A key that finishes nothing. */
  key(): void {
    const { time } = this.#parts
    this.#unsavedSince ??= time.now
    this.#saveIn(PAUSE)
  }

  /** A word ended: a burst, as the editor writes it. */
  async word(word: string): Promise<void> {
    const { time } = this.#parts
    if (!this.#session || !this.#shown) throw new TypeError('no text is open')
    const tr = new Transform(this.#shown.node)
    tr.insert(tr.doc.content.size - 1, schema.text(`${word} `))
    putIntoDocument(this.#session.doc, tr.doc, this.#shown.mapping, 'burst')
    this.#shown = showDocument(this.#session.doc)
    this.#unsavedSince ??= time.now
    this.#saveIn(SHORT_PAUSE)
    if (time.now - this.#unsavedSince >= LONGEST_UNSAVED) await this.#save()
    else await this.step({ is: 'written', at: time.now })
  }

  reads(): string {
    return this.#session ? contentText(readContent(this.#session.doc)) : ''
  }

  hinted(scope: ScopeId, seq: number): void {
    this.#parts.time.after(ROUND_TRIP / 2, () => this.step({ is: 'hinted', scope, seq }))
  }

  async step(input: SyncInput): Promise<void> {
    const { time } = this.#parts
    const [state, effects] = next(this.#state, input, 0.5)
    this.#state = state
    for (const effect of effects) {
      if (effect.do === 'sync') await this.#sync()
      else if (effect.do === 'cut') await this.#cut()
      else if (effect.do === 'cutLater')
        time.after(effect.afterMs, () => this.step({ is: 'cutDue', at: time.now }))
    }
  }

  #saveIn(ms: number): void {
    const mine = ++this.#pause
    this.#parts.time.after(ms, async () => {
      if (mine === this.#pause) await this.#save()
    })
  }

  async #save(): Promise<void> {
    this.#pause++
    this.#unsavedSince = null
    if (this.#session && (await this.#replica.save(this.#session))) await this.step({ is: 'wanted' })
  }

  async #cut(): Promise<void> {
    if (!this.#session || !(await this.#replica.saveFinished(this.#session))) return
    this.#unsavedSince = null
    await this.step({ is: 'wanted' })
  }

  async #sync(): Promise<void> {
    const { server, device, person, time } = this.#parts
    const body = packRequest(await this.#replica.compose('0.1.0'))
    const request = decodeRequest(inflateRawSync(body, { dictionary: DICTIONARY }))
    if (!request) throw new TypeError('not a request')
    this.sent.syncs++
    this.sent.batches += request.batches.length
    this.sent.up += body.length
    const reached = new Map<ScopeId, number>()
    for await (const frame of server.sync(request, { device, person, revoked: false })) {
      this.sent.down += frameBytes(deflateRawSync(encodeFrame(frame), { dictionary: DICTIONARY })).length
      await this.#replica.receive(frame)
      if ('cursor' in frame) reached.set(frame.scope, frame.cursor.seq)
    }
    const more = (await this.book.list('pending')).some((p) => p.acceptedSeq === undefined)
    time.after(ROUND_TRIP, () => this.step({ is: 'done', more, tookMs: ROUND_TRIP, reached }))
  }
}
