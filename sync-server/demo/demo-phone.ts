import { webcrypto } from 'node:crypto'
import { digest } from 'lib0/hash/sha256'
import { encodeBatch, NO_HASH, type Op } from '#shared/protocol/batch.ts'
import { decodeReceipt } from '#shared/protocol/frames.ts'
import type { DeviceId, PersonId, UnitId } from '#shared/records/ids.ts'
import { cellScope } from '#shared/records/scope.ts'
import type { ServerBook } from '#server/scopes/book.ts'

const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }
type Keys = { publicKey: string; sign: (bytes: Uint8Array) => Promise<Uint8Array> }

/** A made-up secretary's phone: it signs and sends batches that admission judges like anybody's. */
export class DemoPhone {
  readonly unit: UnitId
  readonly #book: ServerBook
  readonly #person: PersonId
  readonly #device: DeviceId
  readonly #keys: Keys
  #deviceSeq = 0
  #prevHash = NO_HASH

  private constructor(
    book: ServerBook,
    whose: { unit: UnitId; person: PersonId; device: DeviceId },
    keys: Keys,
  ) {
    this.#book = book
    this.unit = whose.unit
    this.#person = whose.person
    this.#device = whose.device
    this.#keys = keys
  }

  /** Lets the phone in, in the officer's name. */
  static async enrol(
    book: ServerBook,
    unit: UnitId,
    person: PersonId,
    officer: PersonId,
    device: DeviceId = `may-${unit}`,
  ): Promise<DemoPhone> {
    const keys = await makeKeys()
    const { publicKey: signKey } = keys
    const phone = {
      device,
      person,
      signKey,
      agreeKey: (await makeKeys()).publicKey,
      label: 'Máy tạo dữ liệu thử',
    }
    const enrolled = await book.direct({ do: 'enrolDevice', ...phone }, officer)
    if (!enrolled.ok) throw new Error(`the demo was refused: ${enrolled.refusal}`)
    return new DemoPhone(book, { unit, person, device }, keys)
  }

  /** Sends a batch as of a day in the past. @throws when anything in it is not accepted */
  async send(claimedAt: number, ops: readonly Op[]): Promise<void> {
    const { lineage } = this.#book
    const scope = cellScope(this.unit)
    const rosterVersion = this.#book.directory().rosterVersions.get(this.unit) ?? 0
    const chain = { device: this.#device, deviceSeq: ++this.#deviceSeq, prevHash: this.#prevHash }
    const bytes = encodeBatch({ lineage, scope, ...chain, rosterVersion, claimedAt, ops })
    this.#prevHash = digest(bytes)
    const batches = [{ bytes, signature: await this.#keys.sign(bytes) }]
    const nothing = { cursors: new Map(), rosters: new Map(), waiting: { items: 0, since: 0 }, repair: [] }
    const sender = { device: this.#device, person: this.#person, revoked: false }
    for await (const frame of this.#book.sync({ lineage, app: 'demo', batches, ...nothing }, sender)) {
      if (frame.frame === 'notTaken') throw new Error(`the demo was refused: ${frame.code}`)
      if (frame.frame !== 'receipt') continue
      const refused = decodeReceipt(frame.bytes)?.verdicts.find((v) => v.verdict !== 'accepted')
      if (refused) throw new Error(`the demo was refused: ${'code' in refused ? refused.code : ''}`)
      return
    }
  }

  /** Its owner gets his place back. */
  async revoke(): Promise<void> {
    await this.#book.direct({ do: 'revokeDevice', device: this.#device }, this.#person)
  }
}

async function makeKeys(): Promise<Keys> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const raw = await webcrypto.subtle.exportKey('raw', pair.publicKey)
  return {
    publicKey: Buffer.from(raw).toString('base64url'),
    sign: async (bytes) =>
      new Uint8Array(await webcrypto.subtle.sign(SIGNING, pair.privateKey, bytes.slice())),
  }
}
