import { webcrypto } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { LocalWork, REMOTE } from '#shared/document/local-work.ts'
import { ROOT } from '#shared/document/layout.ts'
import { encodeBatch, NO_HASH, type Batch, type Op, type SignedBatch } from '#shared/protocol/batch.ts'
import { decodeReceipt, type Frame } from '#shared/protocol/frames.ts'
import type { SyncRequest } from '#shared/protocol/request.ts'
import type { Duty, Status } from '#shared/records/person.ts'
import type { Verdict } from '#shared/records/refusal.ts'
import { cellScope } from '#shared/records/scope.ts'
import { signatureChecker } from '#server/auth/signing-keys.ts'
import type { Change } from '#server/storage/storage.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import { openServerBook, type BookParts, type ServerBook } from './book.ts'

export const COMMUNE = 'xa-thanh-moc'
export const CELL = 'khu-dong-mit'
export const OTHER_CELL = 'khu-ao-sen'
export const OFFICER = 'oanh-0001'
const LINEAGE = 'dong-0001'

/** Secretary An, deputy Bình, Cúc of the committee, members from Dũng on; Chi is secretary of another cell. */
const PEOPLE: readonly [name: string, unit: string, status: Status, duties: Duty[]][] = [
  ['an', CELL, 'official', ['secretary', 'committee']],
  ['binh', CELL, 'official', ['deputy', 'committee']],
  ['cuc', CELL, 'official', ['committee']],
  ['dung', CELL, 'official', []],
  ['em', CELL, 'probationary', []],
  ...['giang', 'ha', 'khoa', 'lan', 'minh', 'nga'].map((name): [string, string, Status, Duty[]] => [
    name,
    CELL,
    'official',
    [],
  ]),
  ['chi', OTHER_CELL, 'official', ['secretary']],
]
export const personOf = (name: string): string => `${name}-person`

/** A server's book on a real disk with two cells, spoken to without HTTP. */
export type TrialCell = {
  book: ServerBook
  storage: SqliteStorage
  clock: { now: number }
  /** Lets a new phone of this person in. */
  phone(name: string): Promise<TrialPhone>
  /** The server stops and starts again on the same disk. */
  restart(lineage?: string): Promise<void>
  close(): Promise<void>
}

export async function trialCell(
  around?: (changes: readonly Change[]) => void,
  limits: Pick<BookParts, 'snapshots' | 'quarantineLimit'> = {},
): Promise<TrialCell> {
  const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-cell-'))
  const file = join(folder, 'book.sqlite')
  const clock = { now: Date.UTC(2026, 11, 3, 12) }
  const verify = signatureChecker()
  const open = async (storage: SqliteStorage, lineage: string) => {
    const commit = storage.commit.bind(storage)
    storage.commit = async (changes) => {
      around?.(changes)
      await commit(changes)
    }
    const sign = async () => new Uint8Array(64)
    const earlierLineages = [LINEAGE]
    const parts = { storage, sign, verify, clock: () => clock.now, lineage, earlierLineages, app: '0.1.0' }
    return openServerBook({ ...parts, commitWindowMs: 0, ...limits })
  }
  const storage = SqliteStorage.open(file)
  const cell: TrialCell = {
    book: await open(storage, LINEAGE),
    storage,
    clock,
    phone: (name) => letIn(cell, name),
    async restart(lineage = LINEAGE) {
      await cell.book.settled()
      await cell.storage.close()
      cell.storage = SqliteStorage.open(file)
      cell.book = await open(cell.storage, lineage)
    },
    async close() {
      await cell.book.settled()
      await cell.storage.close()
      rmSync(folder, { recursive: true })
    },
  }
  await settle(cell.book)
  return cell
}

async function settle(book: ServerBook): Promise<void> {
  const keys = { signKey: 'A'.repeat(87), agreeKey: 'A'.repeat(87) }
  const officer = { officer: OFFICER, officerName: 'Vũ Thị Oanh', device: 'oanh-phone', label: '' }
  await book.found({ commune: COMMUNE, communeName: 'Đảng ủy xã Thanh Mộc', ...officer, ...keys })
  for (const unit of [CELL, OTHER_CELL]) {
    const cell = { do: 'createCell', cell: unit, commune: COMMUNE } as const
    await book.direct({ ...cell, name: `Chi bộ ${unit}`, cellKind: 'village' }, OFFICER)
    const people = PEOPLE.filter((p) => p[1] === unit).map(([name, , status, duties]) => {
      return { id: personOf(name), name: `Đồng chí ${name}`, status, duties }
    })
    await book.direct({ do: 'addPeople', unit, people }, OFFICER)
  }
}

async function letIn(cell: TrialCell, name: string): Promise<TrialPhone> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const point = Buffer.from(await webcrypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url')
  const device = `${name}-phone-${cell.book.directory().devices.size}`
  const keys = { signKey: point, agreeKey: point, label: '' }
  const person = personOf(name)
  const enrolled = await cell.book.direct({ do: 'enrolDevice', device, person, ...keys }, OFFICER)
  if (!enrolled.ok) throw new TypeError(enrolled.refusal)
  return new TrialPhone(cell, person, device, pair.privateKey)
}

type Chain = { deviceSeq: number; hash: Uint8Array }

/** What a phone says to the server, said by hand. */
export class TrialPhone {
  readonly person: string
  readonly device: string
  readonly chains = new Map<string, Chain>()
  readonly #cell: TrialCell
  readonly #key: webcrypto.CryptoKey
  scope: Batch['scope'] = cellScope(CELL)
  /** By default the roster that stands when it writes. */
  rosterVersion: number | null = null
  revoked = false

  constructor(cell: TrialCell, person: string, device: string, key: webcrypto.CryptoKey) {
    this.#cell = cell
    this.person = person
    this.device = device
    this.#key = key
  }

  /** A signed batch that follows the last one; `sent` moves the chain on. */
  async batch(ops: readonly Op[], over: Partial<Batch> = {}): Promise<SignedBatch> {
    const scope = over.scope ?? this.scope
    const { deviceSeq, hash } = this.chains.get(scope) ?? { deviceSeq: 0, hash: NO_HASH }
    const { book, clock } = this.#cell
    const today = book.directory().rosterVersions.get(scope.slice(scope.indexOf('/') + 1)) ?? 0
    const head = { lineage: LINEAGE, scope, device: this.device, deviceSeq: deviceSeq + 1, prevHash: hash }
    const rosterVersion = this.rosterVersion ?? today
    const bytes = encodeBatch({ ...head, rosterVersion, claimedAt: clock.now, ops, ...over })
    const signing = { name: 'ECDSA', hash: 'SHA-256' }
    const signature = new Uint8Array(await webcrypto.subtle.sign(signing, this.#key, new Uint8Array(bytes)))
    return { bytes, signature }
  }

  sent(scope: string, { bytes }: SignedBatch): void {
    this.chains.set(scope, { deviceSeq: (this.chains.get(scope)?.deviceSeq ?? 0) + 1, hash: digest(bytes) })
  }

  /** Sends ops as the next batch. @returns the verdicts */
  async send(ops: readonly Op[], over: Partial<Batch> = {}): Promise<Verdict[]> {
    const batch = await this.batch(ops, over)
    const frames = await this.sync({ batches: [batch] })
    const verdicts = verdictsIn(frames)
    if (verdicts.length > 0) this.sent(over.scope ?? this.scope, batch)
    return verdicts
  }

  async give(
    record: string,
    command: unknown,
    kind: Op['kind'] = 'resolution',
  ): Promise<Verdict | undefined> {
    return (await this.send([{ op: 'command', record, kind, command }]))[0]
  }

  /** Writes words at the end of a text and sends them. */
  async write(record: string, words: string, refusalsSeen = 0): Promise<Verdict | undefined> {
    return (await this.send([writing(record, words, refusalsSeen)]))[0]
  }

  async sync(over: Partial<SyncRequest> = {}): Promise<Frame[]> {
    const nothing = { cursors: new Map(), rosters: new Map(), waiting: { items: 0, since: 0 }, repair: [] }
    const request = { lineage: LINEAGE, app: '0.1.0', batches: [], ...nothing, ...over }
    const { device, person, revoked } = this
    const frames: Frame[] = []
    for await (const frame of this.#cell.book.sync(request, { device, person, revoked })) frames.push(frame)
    return frames
  }
}

export function verdictsIn(frames: readonly Frame[]): Verdict[] {
  return frames.flatMap((f) => (f.frame === 'receipt' ? (decodeReceipt(f.bytes)?.verdicts ?? []) : []))
}

/** Words at the end of a text, as a new session's op. */
export function writing(record: string, words: string, refusalsSeen = 0): Op {
  return { op: 'document', record, kind: 'resolution', update: typed(words), refusalsSeen }
}

/** What one session writes into a text it sees, as one op. */
export function typed(words: string, seen?: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  if (seen) Y.applyUpdate(doc, seen, REMOTE)
  const work = new LocalWork(doc)
  const block = new Y.XmlElement('block')
  block.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(ROOT).push([block])
  return work.cut() ?? new Uint8Array()
}

export const START = {
  do: 'startResolution',
  title: 'Nghị quyết tháng 12',
  month: '2026-12',
  template: 'monthly',
  schema: 1,
  draftingGroup: { who: 'allMembers' },
} as const
