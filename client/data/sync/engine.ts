import { CannotSave } from '#client/data/book/book.ts'
import type { Outcome } from '#client/data/replica/receive.ts'
import type { Replica } from '#client/data/replica/replica.ts'
import type { SyncTrouble } from '#client/data/views.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { troubleWith } from './answer.ts'
import { AT_REST, next, type SyncEffect, type SyncInput, type SyncState } from './machine.ts'
import { framesOf, packRequest } from './wire.ts'

export type EngineParts = {
  replica: Replica
  app: string
  token: () => Promise<string | undefined>
  clock: () => number
  fetch: typeof fetch
  /** Told after every step, for the three facts. */
  report: (news: SyncNews) => void
  /** Everything on this phone is to be removed. */
  wipe: () => Promise<void>
  /** Whether there is still something to send. */
  hasUnsent: () => Promise<boolean>
  /** Whether there is still something to send or to ask for. */
  hasMore: () => Promise<boolean>
  /** Puts finished words of open texts where a sync takes them, and wants one. */
  cut: () => void
}

export type SyncNews =
  | { is: 'state'; state: SyncState }
  | { is: 'progress'; sentBytes: number; receivedBytes: number }
  | { is: 'sent'; at: number }
  | { is: 'server'; skew: number; app: string }
  | { is: 'cannotSave'; why: CannotSave['why'] }

/** Carries out what the machine decides. Sockets and timers live here, decisions do not. */
export class SyncEngine {
  readonly #parts: EngineParts
  #state: SyncState = AT_REST
  #retry: ReturnType<typeof setTimeout> | undefined
  #cut: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  constructor(parts: EngineParts) {
    this.#parts = parts
  }

  /** Something is to be sent, or may be there to fetch. */
  want(): void {
    this.#step({ is: 'wanted' })
  }

  /** The server is at a place of a scope; perhaps this phone is too. */
  hinted(scope: ScopeId, seq: number): void {
    this.#step({ is: 'hinted', scope, seq })
  }

  /** A burst of finished words lies in an open text. */
  written(): void {
    this.#step({ is: 'written', at: this.#parts.clock() })
  }

  /** Whether somebody on a good line has a text open that is open here. */
  company(live: boolean): void {
    this.#step({ is: 'company', live })
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#retry)
    clearTimeout(this.#cut)
  }

  #step(input: SyncInput): void {
    if (this.#stopped) return
    const [state, effects] = next(this.#state, input, Math.random())
    this.#state = state
    this.#parts.report({ is: 'state', state })
    for (const effect of effects) this.#carryOut(effect)
  }

  #carryOut(effect: SyncEffect): void {
    const { cut, clock } = this.#parts
    switch (effect.do) {
      case 'sync':
        clearTimeout(this.#retry)
        return void this.#sync()
      case 'retry':
        clearTimeout(this.#retry)
        this.#retry = setTimeout(() => this.want(), effect.afterMs)
        return
      case 'cut':
        return cut()
      case 'cutLater':
        clearTimeout(this.#cut)
        this.#cut = setTimeout(() => this.#step({ is: 'cutDue', at: clock() }), effect.afterMs)
        return
      default:
        return effect satisfies never
    }
  }

  async #sync(): Promise<void> {
    const { clock, report } = this.#parts
    const failed = (why: SyncTrouble): SyncInput => ({ is: 'failed', at: clock(), why })
    try {
      const done = await this.#once()
      this.#step(typeof done === 'string' ? failed(done) : done)
    } catch (why) {
      // No network, a cut link, a disk that refused: all of it stays on the phone and is tried again.
      if (why instanceof CannotSave) report({ is: 'cannotSave', why: why.why })
      this.#step(failed(why instanceof CannotSave ? 'phoneFull' : 'noAnswer'))
    }
  }

  /** @throws CannotSave, and whatever a browser throws when nobody answers */
  async #once(): Promise<SyncInput | SyncTrouble> {
    const { replica, app, clock, report, hasMore, hasUnsent, wipe } = this.#parts
    const began = clock()
    const reached = new Map<ScopeId, number>()
    const body = packRequest(await replica.compose(app))
    let receivedBytes = 0
    const done = (more: boolean): SyncInput => ({ is: 'done', more, tookMs: clock() - began, reached })
    report({ is: 'progress', sentBytes: body.length, receivedBytes })
    const response = await this.#post(body)
    const trouble = troubleWith(response.status, response.headers.get('content-type'))
    if (trouble || !response.body) return trouble ?? 'noAnswer'
    const frames = framesOf(response.body, (bytes) => {
      receivedBytes += bytes
      report({ is: 'progress', sentBytes: body.length, receivedBytes })
    })
    let ended = false
    let notTaken: SyncTrouble | null = null
    for await (const frame of frames) {
      const outcome: Outcome = await replica.receive(frame)
      if (outcome.after === 'wipe') {
        // What was not sent yet goes first: it waits for the secretary's decision. What is not taken stays [B16].
        if (await hasUnsent()) return notTaken ?? done(true)
        await wipe()
        return { is: 'ended', as: 'wiped' }
      }
      if (outcome.after === 'forked') return { is: 'ended', as: 'forked' }
      if (outcome.after === 'hello')
        report({ is: 'server', skew: outcome.serverTime - clock(), app: outcome.app })
      if (outcome.after === 'notTaken')
        notTaken = outcome.code === 'quarantineFull' ? 'quarantineFull' : 'notUnderstood'
      if (outcome.after === 'end') ended = true
      if ('cursor' in frame) reached.set(frame.scope, frame.cursor.seq)
    }
    if (!ended) throw new TypeError('the answer was cut')
    // What came was taken in; what went will go again, but not at once and for ever.
    if (notTaken) return notTaken
    report({ is: 'sent', at: clock() })
    return done(await hasMore())
  }

  async #post(body: Uint8Array): Promise<Response> {
    const token = await this.#parts.token()
    return this.#parts.fetch('/sync', {
      method: 'POST',
      headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/octet-stream' },
      body: body as BufferSource,
    })
  }
}
