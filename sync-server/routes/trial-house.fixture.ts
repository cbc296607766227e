import { randomBytes, webcrypto } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { DirectoryCommand } from '#shared/events/directory.ts'
import { encodeBatch, NO_HASH, type CommandOp, type SignedBatch } from '#shared/protocol/batch.ts'
import { claimProof } from '#shared/protocol/check-code.ts'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { decodeFrame, type Frame } from '#shared/protocol/frames.ts'
import { encodeRequest, type SyncRequest } from '#shared/protocol/request.ts'
import { FrameReader } from '#shared/protocol/stream.ts'
import type { Duty, Status } from '#shared/records/person.ts'
import { cellScope } from '#shared/records/scope.ts'
import { createApp, type App } from '#server/app.ts'
import { openServerKey } from '#server/auth/server-key.ts'
import { signatureChecker } from '#server/auth/signing-keys.ts'
import { openServerBook, type ServerBook } from '#server/scopes/book.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { BuiltFile } from './built-files.ts'
import type { Rhythm } from './hint-board.ts'
import type { LogLine } from './log.ts'

/** A phone of the trial: its own keys, and the token once it was let in. */
export type TrialPhone = {
  device: string
  signKey: string
  agreeKey: string
  label: string
  key: webcrypto.CryptoKey
  token: string
}

/**
 * A whole server without a socket: commune Thanh Mộc with officer Oanh; cell Đồng Mít with secretary An, deputy Dũng,
 * member Bình and suspended Sơn; cell Ao Sen with secretary Chi.
 */
export type TrialHouse = {
  app: App
  book: ServerBook
  storage: Storage
  logged: LogLine[]
  clock: { now: number }
  /** Asks as a phone, or as nobody. */
  ask(
    method: string,
    path: string,
    of?: { phone?: TrialPhone | undefined; body?: unknown; raw?: string | Uint8Array<ArrayBuffer> },
  ): Promise<Response>
  letIn(person: string): Promise<TrialPhone>
  close(): Promise<void>
}

export const COMMUNE = 'xa-thanh-moc'
export const DONG_MIT = 'khu-dong-mit'
export const AO_SEN = 'khu-ao-sen'
export const [OANH, AN, DUNG, BINH, SON, CHI] = [
  'oanh-0001',
  'an-00001',
  'dung-001',
  'binh-0001',
  'son-0001',
  'chi-0001',
]

type Wanted = {
  files?: ReadonlyMap<string, BuiltFile>
  /** Puts something between the server and its storage. */
  around?: (storage: Storage) => Storage
  /** A server nobody has set up yet. */
  unfounded?: true
  rhythm?: Rhythm
  /** A server whose operator set no address. */
  withoutAddress?: true
}

export async function trialHouse(of: Wanted = {}): Promise<TrialHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-house-'))
  const clock = { now: Date.UTC(2026, 11, 3, 12) }
  const opened = SqliteStorage.open(join(folder, 'so-chi-bo.db'))
  const storage = of.around?.(opened) ?? opened
  const serverKey = await openServerKey(join(folder, 'server-key.json'))
  const verify = signatureChecker()
  const time = () => clock.now
  const parts = { storage, sign: serverKey.sign, verify, clock: time, lineage: 'dong-0001', app: '0.1.0' }
  await storage.commit([{ put: 'meta', key: 'lineage', value: 'dong-0001' }])
  const book = await openServerBook(parts)
  const logged: LogLine[] = []
  const app = createApp({
    ...{
      storage,
      book,
      serverKey,
      verify,
      files: of.files ?? new Map(),
      publicUrl: of.withoutAddress ? null : 'https://so.thanhmoc.example',
    },
    ...{
      clock: time,
      chance: (n: number) => new Uint8Array(randomBytes(n)),
      log: (line: LogLine) => logged.push(line),
    },
    ...{ version: '0.1.0', patience: 30, rhythm: of.rhythm ?? {} },
  })

  const ask: TrialHouse['ask'] = async (method, path, { phone, body, raw } = {}) => {
    const headers: Record<string, string> = phone ? { authorization: `Bearer ${phone.token}` } : {}
    const payload = raw ?? (body === undefined ? null : JSON.stringify(body))
    return app.http.request(path, { method, headers, body: payload })
  }
  const letIn = async (person: string) => {
    const phone = await newPhone(`${person}-phone`)
    const { secret } = await app.enrolments.inviteForDemo(person)
    const claimed = (await (
      await ask('POST', '/enrolments/claim', { body: await claimBy(phone, secret) })
    ).json()) as { waitToken: string }
    const body = { waitToken: claimed.waitToken }
    const answer = (await (await ask('POST', '/enrolments/await', { body })).json()) as {
      admission: { token: string }
    }
    return { ...phone, token: answer.admission.token }
  }
  const close = async () => {
    app.stop()
    await book.settled()
    await storage.close()
    rmSync(folder, { recursive: true })
  }
  const house = { app, book, storage, logged, clock, ask, letIn, close }
  if (!of.unfounded) await people(house)
  return house
}

export async function newPhone(label: string): Promise<TrialPhone> {
  const [sign, agree] = [await pair(), await pair()]
  const device = randomBytes(12).toString('base64url')
  return {
    device,
    label,
    signKey: await point(sign),
    agreeKey: await point(agree),
    key: sign.privateKey,
    token: '',
  }
}

export async function claimBy(phone: TrialPhone, secret: string) {
  const { device, signKey, agreeKey, label, key } = phone
  const bytes = new Uint8Array(claimProof({ secret, device, signKey, agreeKey }))
  const proof = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes)
  return { secret, device, signKey, agreeKey, label, proof: Buffer.from(proof).toString('base64url') }
}

export function syncBody(of: Partial<SyncRequest> = {}): Uint8Array<ArrayBuffer> {
  const nothing = {
    cursors: new Map(),
    rosters: new Map(),
    batches: [],
    waiting: { items: 0, since: 0 },
    repair: [],
  }
  const bytes = encodeRequest({ lineage: 'dong-0001', app: '0.1.0', ...nothing, ...of })
  return new Uint8Array(deflateRawSync(bytes, { dictionary: DICTIONARY }))
}

/** A first batch of An's phone in his cell: a resolution begun, or what is given instead. */
export async function batchBy(
  { device, key }: TrialPhone,
  ops: readonly CommandOp[] = [BEGUN],
  after: { deviceSeq: number; prevHash: Uint8Array } = { deviceSeq: 1, prevHash: NO_HASH },
): Promise<SignedBatch> {
  const scope = cellScope(DONG_MIT)
  const place = {
    lineage: 'dong-0001',
    scope,
    device,
    ...after,
    rosterVersion: 1,
    claimedAt: 1,
  }
  const bytes = encodeBatch({ ...place, ops })
  const signature = await webcrypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    new Uint8Array(bytes),
  )
  return { bytes, signature: new Uint8Array(signature) }
}

const BEGUN: CommandOp = {
  op: 'command',
  record: 'nghiquyet-12',
  kind: 'resolution',
  command: {
    do: 'startResolution',
    title: 'Nghị quyết tháng 12',
    month: '2026-12',
    template: 'blank',
    schema: 1,
  },
}

export async function framesOf(response: Response): Promise<Frame[]> {
  const pieces = new FrameReader().push(new Uint8Array(await response.arrayBuffer()))
  return pieces.flatMap((bytes) => decodeFrame(inflateRawSync(bytes, { dictionary: DICTIONARY })) ?? [])
}

async function people({ app, ask, book }: TrialHouse): Promise<void> {
  const secret = (await app.setUp.print()) ?? ''
  const { device, signKey, agreeKey, label } = await newPhone('set-up')
  const founding = {
    commune: COMMUNE,
    communeName: 'Đảng ủy xã Thanh Mộc',
    officer: OANH,
    officerName: 'Đinh Thị Oanh',
  }
  const done = await ask('POST', '/setup', {
    body: { secret, founding: { ...founding, device, signKey, agreeKey, label } },
  })
  if (done.status !== 200) throw new Error(await done.text())
  const person = (id: string, name: string, duties: Duty[] = [], status: Status = 'official') => ({
    id,
    name,
    duties,
    status,
  })
  const commands: DirectoryCommand[] = [
    { do: 'createCell', cell: DONG_MIT, commune: COMMUNE, name: 'Chi bộ khu Đồng Mít', cellKind: 'village' },
    { do: 'createCell', cell: AO_SEN, commune: COMMUNE, name: 'Chi bộ khu Ao Sen', cellKind: 'village' },
    {
      do: 'addPeople',
      unit: DONG_MIT,
      people: [
        person(AN, 'Nguyễn Văn An', ['secretary']),
        person(DUNG, 'Lê Tiến Dũng', ['deputy']),
        person(BINH, 'Trần Thị Bình'),
        person(SON, 'Phạm Ngọc Sơn', [], 'suspended'),
      ],
    },
    { do: 'addPeople', unit: AO_SEN, people: [person(CHI, 'Hoàng Thị Chi', ['secretary'])] },
    { do: 'revokeDevice', device },
  ]
  for (const command of commands) {
    const decision = await book.direct(command, OANH)
    if (!decision.ok) throw new Error(decision.refusal)
  }
}

const pair = () =>
  webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
const point = async ({ publicKey }: webcrypto.CryptoKeyPair) =>
  Buffer.from(await webcrypto.subtle.exportKey('raw', publicKey)).toString('base64url')
