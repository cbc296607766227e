import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CERTIFICATES } from '#client/data/replica/hand-over.ts'
import type { Identity } from '#client/data/replica/identity.ts'
import { Replica } from '#client/data/replica/replica.ts'
import { localState } from '#client/data/replica/state.ts'
import type { RecordKind } from '#shared/records/event.ts'
import type { RecordId } from '#shared/records/ids.ts'
import { cellScope } from '#shared/records/scope.ts'
import { openServerBook, type ServerBook } from '#server/scopes/book.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import { chanceFrom } from './chance.ts'
import { makeKeys, verify, type KeyPair } from './keys.ts'
import { MemoryBook } from './memory-book.ts'
import { quickFolder } from './quick-folder.ts'
import { CELL, LINEAGE, makeVillage, OFFICER, PEOPLE, personId } from './village.ts'

export const SCOPE = cellScope(CELL)
export type Name = (typeof PEOPLE)[number][0]

/** A village with its server, and phones that reach it only when they sync: the real replica, real keys, a real database. */
export class RealVillage {
  readonly #folder = quickFolder()
  storage = SqliteStorage.open(join(this.#folder, 'book.sqlite'))
  readonly clock = { now: Date.UTC(2026, 11, 3, 12, 30) }
  server!: ServerBook
  #keys!: KeyPair
  #phones = 0

  static async open(): Promise<RealVillage> {
    const village = new RealVillage()
    village.#keys = await makeKeys()
    await village.#openServer()
    await makeVillage(village.server)
    return village
  }

  async #openServer(): Promise<void> {
    const { clock, storage } = this
    const parts = { storage, sign: this.#keys.sign, verify, clock: () => clock.now, lineage: LINEAGE }
    this.server = await openServerBook({ ...parts, app: '0.1.0', commitWindowMs: 0 })
  }

  async restart(): Promise<void> {
    await this.server.settled()
    await this.storage.close()
    this.storage = SqliteStorage.open(join(this.#folder, 'book.sqlite'))
    await this.#openServer()
  }

  async close(): Promise<void> {
    await this.server.settled()
    await this.storage.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** A device the commune let in, with the certificate that other phones believe. */
  async enrol(name: Name) {
    const person = personId(PEOPLE.findIndex(([known]) => known === name))
    const device = `device-${++this.#phones}`
    const keys = await makeKeys()
    const { publicKey } = keys
    await this.server.direct(
      { do: 'enrolDevice', device, person, label: name, signKey: publicKey, agreeKey: publicKey },
      OFFICER,
    )
    const identity: Identity = {
      device,
      person,
      lineage: LINEAGE,
      serverKey: this.#keys.publicKey,
      enrolledAt: 1,
    }
    return { identity, keys, n: this.#phones, certificate: await this.server.certificateOf(device) }
  }

  async phone(name: Name) {
    const { clock } = this
    const { identity: me, keys, n, certificate } = await this.enrol(name)
    const { person, device } = me
    const chance = chanceFrom(n)
    const book = new MemoryBook()
    const replica = new Replica({
      ...{ book, identity: me, clock: () => clock.now, localNow: () => '2026-12-03T20:00' },
      ...{ sign: keys.sign, announce: () => undefined, newId: chance.id, isSignedBy: verify },
      isFromServer: (signature, bytes) => verify(me.serverKey, signature, bytes),
      newClientId: () => 1 + chance.below(0xfffffffe),
    })
    await book.commit([
      { put: 'meta', value: { key: CERTIFICATES, value: certificate ? [certificate] : [] } },
    ])
    return {
      ...{ book, replica, person, device },
      sync: async () => {
        for (let i = 0; i < 4; i++) {
          const request = await replica.compose('0.1.0')
          for await (const frame of this.server.sync(request, { device, person, revoked: false }))
            await replica.receive(frame)
        }
      },
      give: (kind: RecordKind, record: RecordId, command: unknown, more = {}) =>
        replica.give({ scope: SCOPE, record, kind }, command, more),
      state: <T>(kind: RecordKind, record: RecordId) => stateOn<T>(book, me, kind, record),
    }
  }
}

/** A record of the cell as a phone knows it, its own pending work included. */
export async function stateOn<T>(
  book: MemoryBook,
  me: Identity,
  kind: RecordKind,
  record: RecordId,
): Promise<T | null> {
  const confirmed = (await book.list('events', [SCOPE, record])).map(({ event }) => event)
  const pending = (await book.list('pending')).filter((p) => p.record === record)
  return (await localState(book, me, { scope: SCOPE, record, kind }, { confirmed, pending }))
    .state as T | null
}

export type RealPhone = Awaited<ReturnType<RealVillage['phone']>>
