import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readContent } from '#shared/document/read.ts'
import { decodeReceipt, encodeFrame, type Frame } from '#shared/protocol/frames.ts'
import { decodeRequest } from '#shared/protocol/request.ts'
import type { DirectoryCommand } from '#shared/events/directory.ts'
import type { Content } from '#shared/records/content.ts'
import type { Verdict } from '#shared/records/refusal.ts'
import { signatureChecker } from '#server/auth/signing-keys.ts'
import { openServerBook, type ServerBook } from '#server/scopes/book.ts'
import { decodeEvent, loadRecord } from '#server/scopes/record-memory.ts'
import { decodeStoredUpdate } from '#server/scopes/stored-update.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'

export const COMMUNE = 'xa-thanh-moc'
export const CELL = 'khu-dong-mit'
export const LINEAGE = 'dong-0001'
const OFFICER = 'oanh-0001'
const BEGIN = Date.UTC(2026, 11, 3, 12)

/** What came over the wire and what was answered, with nothing in it that differs from run to run. */
export type Recorded = {
  /** Raw P-256 points of the phones, base64url, by device. */
  devices: Record<string, { person: string; key: string }>
  traffic: Step[]
  /** What the server had in the end. */
  end: End
}
export type Step =
  | { directs: DirectoryCommand }
  | { from: string; revoked?: true; /** base64 of an encoded request */ request: string; answer: Told[] }
/** A frame as it is compared: its kind, and of a receipt the verdicts. */
export type Told = {
  frame: Frame['frame']
  scope?: string
  code?: string
  verdicts?: readonly Verdict[]
  cursor?: object
}
export type End = { events: unknown[]; text: Content; kept: unknown[] }

/** A fresh server with a fake clock, the commune and cell of every recording. */
export class Stage {
  readonly book: ServerBook
  readonly #storage: SqliteStorage
  readonly #folder: string
  readonly #tick: () => void

  private constructor(book: ServerBook, storage: SqliteStorage, folder: string, tick: () => void) {
    this.book = book
    this.#storage = storage
    this.#folder = folder
    this.#tick = tick
  }

  static async open(): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-wire-'))
    const storage = SqliteStorage.open(join(folder, 'book.sqlite'))
    let now = BEGIN
    const sign = async () => new Uint8Array(64)
    const parts = {
      storage,
      sign,
      verify: signatureChecker(),
      clock: () => now,
      lineage: LINEAGE,
      app: '0.1.0',
    }
    const book = await openServerBook({ ...parts, commitWindowMs: 0 })
    const stage = new Stage(book, storage, folder, () => (now += 60_000))
    await stage.#found()
    return stage
  }

  async direct(command: DirectoryCommand): Promise<void> {
    this.#tick()
    const decision = await this.book.direct(command, OFFICER)
    if (!decision.ok) throw new TypeError(`${command.do}: ${decision.refusal}`)
  }

  /** Plays one request of a phone. */
  async hear(step: { from: string; revoked?: true; request: string }, person: string): Promise<Frame[]> {
    this.#tick()
    const request = decodeRequest(new Uint8Array(Buffer.from(step.request, 'base64')))
    if (!request) throw new TypeError('a recorded request cannot be read any more')
    const sender = { device: step.from, person, revoked: step.revoked ?? false }
    const frames: Frame[] = []
    for await (const frame of this.book.sync(request, sender)) frames.push(frame)
    return frames
  }

  async end(record: string): Promise<End> {
    await this.book.settled()
    const scopes = [`cell/${CELL}`, `office/${CELL}`, 'own/binh-0001', 'own/cuc-00001'] as const
    const events: unknown[] = []
    for (const scope of scopes)
      for (const entry of await this.#storage.entriesAfter(scope, 0, 1000)) {
        const told =
          entry.holds === 'event' ? decodeEvent(entry.bytes) : decodeStoredUpdate(entry.bytes).touch
        events.push({ scope, seq: entry.seq, kind: entry.kind, told: plain(told) })
      }
    const memory = await loadRecord(this.#storage, `cell/${CELL}`, record, 'resolution')
    const text = memory.document ? readContent(memory.document.doc) : []
    return {
      events,
      text: plain(text) as Content,
      kept: events.filter((e) => JSON.stringify(e).includes('wordsKept')),
    }
  }

  async close(): Promise<void> {
    await this.book.settled()
    await this.#storage.close()
    rmSync(this.#folder, { recursive: true })
  }

  async #found(): Promise<void> {
    const keys = { signKey: 'A'.repeat(87), agreeKey: 'A'.repeat(87), label: '' }
    const officer = { officer: OFFICER, officerName: 'Vũ Thị Oanh', device: 'oanh-phone' }
    await this.book.found({ commune: COMMUNE, communeName: 'Đảng ủy xã Thanh Mộc', ...officer, ...keys })
    const cell = { cell: CELL, commune: COMMUNE, name: 'Chi bộ khu Đồng Mít', cellKind: 'village' } as const
    await this.direct({ do: 'createCell', ...cell })
    const person = (id: string, name: string) => ({ id, name, status: 'official' as const })
    const people = [
      { ...person('an-000001', 'Nguyễn Văn An'), duties: ['secretary' as const] },
      { ...person('binh-0001', 'Trần Thị Bình'), duties: ['deputy' as const] },
      { ...person('cuc-00001', 'Lê Thị Cúc'), duties: [] },
    ]
    await this.direct({ do: 'addPeople', unit: CELL, people })
  }
}

/** The parts of an answer that must never change; signatures and times are left out. */
export function told(frames: readonly Frame[]): Told[] {
  return frames.map((frame) => {
    const { frame: kind } = frame
    if (frame.frame === 'receipt')
      return { frame: kind, verdicts: decodeReceipt(frame.bytes)?.verdicts ?? [] }
    const scope = 'scope' in frame && frame.scope !== undefined ? { scope: frame.scope } : {}
    const code = 'code' in frame ? { code: frame.code } : {}
    return { frame: kind, ...scope, ...code, ...('cursor' in frame ? { cursor: frame.cursor } : {}) }
  })
}

export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
export const bytesOf = (frames: readonly Frame[]): number =>
  frames.reduce((sum, frame) => sum + encodeFrame(frame).length, 0)
