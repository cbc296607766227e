import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CERTIFICATES } from '#client/data/replica/hand-over.ts'
import { Replica } from '#client/data/replica/replica.ts'
import { localState } from '#client/data/replica/state.ts'
import type { RecordKind } from '#shared/records/event.ts'
import type { RecordId } from '#shared/records/ids.ts'
import { cellScope } from '#shared/records/scope.ts'
import { openServerBook, type ServerBook } from '#server/scopes/book.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import { chanceFrom } from './chance.ts'
import { makeKeys, verify } from './keys.ts'
import { MemoryBook } from './memory-book.ts'
import { CELL, LINEAGE, makeVillage, OFFICER, PEOPLE, personId } from './village.ts'

export const SCOPE = cellScope(CELL)
type Name = (typeof PEOPLE)[number][0]

/** A village with its server, and phones that reach it only when they sync: the real replica, real keys, a real database. */
export class RealVillage {
  readonly #folder = mkdtempSync(join(tmpdir(), 'village-'))
  readonly #storage = SqliteStorage.open(join(this.#folder, 'book.sqlite'))
  readonly clock = { now: Date.UTC(2026, 11, 3, 12, 30) }
  server!: ServerBook
  serverKey = ''
  #phones = 0

  static async open(): Promise<RealVillage> {
    const village = new RealVillage()
    const keys = await makeKeys()
    village.serverKey = keys.publicKey
    const { clock } = village
    const parts = {
      storage: village.#storage,
      sign: keys.sign,
      verify,
      clock: () => clock.now,
      lineage: LINEAGE,
    }
    village.server = await openServerBook({ ...parts, app: '0.1.0', commitWindowMs: 0 })
    await makeVillage(village.server)
    return village
  }

  async close(): Promise<void> {
    await this.server.settled()
    await this.#storage.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async phone(name: Name) {
    const { server, clock } = this
    const person = personId(PEOPLE.findIndex(([known]) => known === name))
    const device = `device-${++this.#phones}`
    const keys = await makeKeys()
    const chance = chanceFrom(this.#phones)
    const { publicKey } = keys
    await server.direct(
      { do: 'enrolDevice', device, person, label: name, signKey: publicKey, agreeKey: publicKey },
      OFFICER,
    )
    const book = new MemoryBook()
    const me = { device, person, lineage: LINEAGE, serverKey: this.serverKey, enrolledAt: 1 }
    const replica = new Replica({
      ...{ book, identity: me, clock: () => clock.now, localNow: () => '2026-12-03T20:00' },
      ...{ sign: keys.sign, announce: () => undefined, newId: chance.id, isSignedBy: verify },
      isFromServer: (signature, bytes) => verify(this.serverKey, signature, bytes),
      newClientId: () => 1 + chance.below(0xfffffffe),
    })
    const certificate = await server.certificateOf(device)
    await book.commit([
      { put: 'meta', value: { key: CERTIFICATES, value: certificate ? [certificate] : [] } },
    ])
    return {
      ...{ book, replica, person, device },
      async sync() {
        for (let i = 0; i < 4; i++) {
          const request = await replica.compose('0.1.0')
          for await (const frame of server.sync(request, { device, person, revoked: false }))
            await replica.receive(frame)
        }
      },
      give: (kind: RecordKind, record: RecordId, command: unknown, more = {}) =>
        replica.give({ scope: SCOPE, record, kind }, command, more),
      async state<T>(kind: RecordKind, record: RecordId): Promise<T | null> {
        const confirmed = (await book.list('events', [SCOPE, record])).map(({ event }) => event)
        const pending = (await book.list('pending')).filter((p) => p.record === record)
        return (await localState(book, me, { scope: SCOPE, record, kind }, { confirmed, pending }))
          .state as T | null
      },
    }
  }
}

export type RealPhone = Awaited<ReturnType<RealVillage['phone']>>
