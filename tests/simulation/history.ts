import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { decodeFrame, decodeReceipt, encodeFrame, type Frame } from '#shared/protocol/frames.ts'
import { decodeRequest, encodeRequest, type SyncRequest } from '#shared/protocol/request.ts'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { cellScope, officeScope, ownScope } from '#shared/records/scope.ts'
import { openServerBook, type ServerBook } from '#server/scopes/book.ts'
import { contentOf, loadRecord } from '#server/scopes/record-memory.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import type { RecordId } from '#shared/records/ids.ts'
import { CELL, LINEAGE, makeVillage, OFFICER, PEOPLE, personId } from './village.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { makeKeys, verify, type KeyPair } from './keys.ts'
import { Phone } from './phone.ts'
import { quickFolder } from './quick-folder.ts'
import { snapshotComplaints } from './snapshots-agree.ts'
import { marksIn, Words } from './words.ts'

export type Faults = {
  network: number
  crashes: number
  serverRestarts: number
  roles: boolean
  steps: number
}
export const PEACEFUL: Faults = { network: 0, crashes: 0, serverRestarts: 0.02, roles: false, steps: 60 }
export const ROUGH: Faults = { network: 0.3, crashes: 0.004, serverRestarts: 0.02, roles: true, steps: 90 }

/** Counts of one history, for the results and the README. */
export type Tally = {
  acknowledged: number
  refused: number
  held: number
  batches: number
  syncs: number
  repairs: number
  snapshots: number
}

/** Phones and a server in one process, with everything that can go wrong between them, all from one seed. */
export class History {
  readonly chance: Chance
  readonly words: Words
  readonly phones: Phone[] = []
  readonly tally: Tally = {
    acknowledged: 0,
    refused: 0,
    held: 0,
    batches: 0,
    syncs: 0,
    repairs: 0,
    snapshots: 0,
  }
  readonly refusals: string[] = []
  readonly #faults: Faults
  readonly #seed: number
  readonly #folder: string
  readonly #late: { phone: Phone; request: Uint8Array }[] = []
  readonly #records: RecordId[] = []
  #serverKeys: KeyPair | null = null
  #storage: SqliteStorage
  #server: ServerBook | null = null
  #now = Date.UTC(2026, 10, 3)

  constructor(seed: number, faults: Faults) {
    this.#seed = seed
    this.chance = chanceFrom(seed)
    this.words = new Words(this.chance)
    this.#faults = faults
    this.#folder = quickFolder()
    this.#storage = SqliteStorage.open(join(this.#folder, 'book.sqlite'))
  }

  async begin(phones: number): Promise<void> {
    this.#serverKeys = await makeKeys()
    await this.#openServer()
    if (!this.#server) return
    await makeVillage(this.#server)
    for (let i = 0; i < phones; i++) await this.#enrol(i < 3 ? i : this.chance.below(PEOPLE.length), i)
    for (const phone of this.phones) await this.#sync(phone, false)
    const record = 'resolution-1'
    const [secretary] = this.phones
    const start = [{ part: 'block' as const, kind: null, depth: 0, runs: [{ text: this.words.make('An') }] }]
    const draftingGroup = { who: 'allMembers' as const }
    const command = {
      do: 'startResolution',
      title: 'Nghị quyết tháng 12',
      month: '2026-12',
      template: 'monthly',
      schema: 1,
      draftingGroup,
    }
    await secretary?.replica.give({ scope: cellScope(CELL), record, kind: 'resolution' }, command, { start })
    this.#records.push(record)
    for (const phone of this.phones) await this.#sync(phone, false)
  }

  /** One thing happens somewhere. */
  async step(): Promise<void> {
    const { chance } = this
    this.#now += chance.below(3_600_000)
    const phone = chance.pick(this.phones)
    if (phone.gone) return
    const record = chance.pick(this.#records)
    const what = chance.next()
    if (what < 0.55) await phone.survives(() => phone.write(record))
    else if (what < 0.68) await phone.survives(() => phone.save(record))
    else if (what < 0.72) await phone.survives(() => phone.closeDraft(record))
    else if (what < 0.94) await phone.survives(() => this.#sync(phone, true))
    else if (what < 0.97) await this.#deliverLate()
    else if (this.#faults.roles) await this.#changeRoles()
    if (chance.happens(this.#faults.serverRestarts)) await this.#restartServer()
  }

  /** Everybody comes online, with a good network, until nothing is left to say. */
  async settle(): Promise<void> {
    for (const phone of this.phones) phone.book.crashes = () => false
    for (let round = 0; round < 6; round++) {
      for (const phone of this.phones) {
        if (phone.gone) continue
        for (const record of phone.records) await phone.save(record)
        await this.#sync(phone, false)
      }
    }
  }

  /** What must hold at the end, as sentences; empty when all of it does. */
  async complaints(): Promise<string[]> {
    const found: string[] = []
    for (const record of this.#records) {
      const memory = await loadRecord(this.#storage, cellScope(CELL), record, 'resolution')
      const truth = canonicalContent(contentOf(memory) ?? [])
      for (const phone of this.phones) {
        if (phone.gone || !(await phone.reads())) continue
        if ((await phone.canonical(record)) !== truth)
          found.push(`${phone.parts.name}: another text than the server`)
        const left = await phone.book.list('pending')
        if (left.length > 0) found.push(`${phone.parts.name}: ${left.length} pending ops left`)
      }
      found.push(...(await snapshotComplaints(this.#storage, cellScope(CELL), record)))
      if (await this.#storage.snapshot(cellScope(CELL), record)) this.tally.snapshots++
    }
    found.push(...(await this.#lostWords()))
    return found
  }

  end(): void {
    this.#storage.close().catch(() => undefined)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #lostWords(): Promise<string[]> {
    const visible = new Set<string>()
    const kept = new Set<string>()
    for (const phone of this.phones) {
      for (const record of this.#records)
        for (const mark of marksIn(await phone.text(record))) visible.add(mark)
      for (const { text } of await phone.book.list('kept')) for (const mark of marksIn(text)) kept.add(mark)
    }
    for (let i = 0; i < PEOPLE.length; i++)
      for (const entry of await this.#storage.entriesAfter(ownScope(personId(i)), 0, 100_000))
        for (const mark of marksIn(new TextDecoder().decode(entry.bytes))) kept.add(mark)
    for (const entry of await this.#storage.entriesAfter(officeScope(CELL), 0, 100_000))
      for (const mark of marksIn(new TextDecoder().decode(entry.bytes))) kept.add(mark)
    const { knowinglyDeleted, all } = this.words
    const gonePhones = new Set(this.phones.filter((p) => p.gone).map((p) => p.parts.name))
    return [...all.values()]
      .filter((w) => w.written && !visible.has(w.mark) && !kept.has(w.mark) && !knowinglyDeleted.has(w.mark))
      .filter((w) => !gonePhones.has(w.author))
      .map((w) => `${w.author}'s word ${w.mark} is nowhere`)
  }

  async #sync(phone: Phone, rough: boolean): Promise<void> {
    const { chance } = this
    const trouble = rough ? this.#faults.network : 0
    if (rough) phone.book.crashes = () => chance.happens(this.#faults.crashes)
    try {
      const request = encodeRequest(await phone.replica.compose('0.1.0'))
      if (chance.happens(trouble / 3)) this.#late.push({ phone, request })
      if (chance.happens(trouble / 2)) return // never arrived
      this.tally.syncs++
      const frames = await this.#ask(phone, request)
      const arriving = chance.happens(trouble) ? chance.below(frames.length + 1) : frames.length
      for (const bytes of frames.slice(0, arriving)) await this.#take(phone, bytes)
    } finally {
      phone.book.crashes = () => false
    }
  }

  async #take(phone: Phone, bytes: Uint8Array): Promise<void> {
    const frame = decodeFrame(bytes)
    if (!frame) throw new TypeError('the server sent no frame')
    if (frame.frame === 'receipt') this.#count(frame)
    const outcome = await phone.replica.receive(frame)
    if (outcome.after === 'wipe' || outcome.after === 'forked') phone.gone = true
    if (outcome.after === 'end') this.tally.repairs += (await phone.book.list('repairs')).length
  }

  #count(frame: Extract<Frame, { frame: 'receipt' }>): void {
    for (const verdict of decodeReceipt(frame.bytes)?.verdicts ?? []) {
      if (verdict.verdict === 'accepted') this.tally.acknowledged++
      else if (verdict.verdict === 'held') this.tally.held++
      else {
        this.tally.refused++
        this.refusals.push(verdict.code)
      }
    }
  }

  async #ask(phone: Phone, bytes: Uint8Array): Promise<Uint8Array[]> {
    const request = decodeRequest(bytes)
    if (!request || !this.#server) throw new TypeError('no request, or no server')
    this.tally.batches += request.batches.length
    const { device, person } = phone.parts.identity
    const revoked = this.#server.directory().devices.get(device)?.revokedAt !== undefined
    return this.#gather(request, { device, person, revoked })
  }

  async #gather(
    request: SyncRequest,
    sender: { device: string; person: string; revoked: boolean },
  ): Promise<Uint8Array[]> {
    const frames: Uint8Array[] = []
    if (this.#server)
      for await (const frame of this.#server.sync(request, sender)) frames.push(encodeFrame(frame))
    return frames
  }

  /** A request from long ago arrives after all; nobody waits for its answer. */
  async #deliverLate(): Promise<void> {
    const late = this.#late.splice(this.chance.below(Math.max(1, this.#late.length)), 1)[0]
    if (late) await this.#ask(late.phone, late.request)
  }

  async #changeRoles(): Promise<void> {
    const { chance } = this
    const i = 3 + chance.below(PEOPLE.length - 3)
    const person = personId(i)
    const [name = ''] = PEOPLE[i] ?? []
    if (chance.happens(0.15)) {
      const device = chance.pick(this.phones).parts.identity
      if (device.person === personId(0)) return
      await this.#server?.direct({ do: 'revokeDevice', device: device.device }, device.person)
      return
    }
    const status = chance.happens(0.5) ? 'suspended' : (PEOPLE[i]?.[1] ?? 'official')
    await this.#server?.direct({ do: 'changePerson', unit: CELL, person, name, status }, OFFICER)
  }

  async #restartServer(): Promise<void> {
    await this.#server?.settled()
    await this.#storage.close()
    this.#storage = SqliteStorage.open(join(this.#folder, 'book.sqlite'))
    await this.#openServer()
  }

  async #openServer(): Promise<void> {
    if (!this.#serverKeys) throw new TypeError('no server key')
    const { sign } = this.#serverKeys
    this.#server = await openServerBook({
      storage: this.#storage,
      sign,
      verify,
      clock: () => this.#now,
      lineage: LINEAGE,
      app: '0.1.0',
      commitWindowMs: 0,
      snapshots: { updates: 1 + (this.#seed % 7), bytes: 2_000 },
    })
  }

  async #enrol(i: number, n: number): Promise<void> {
    const keys = await makeKeys()
    const device = `device-${String(n).padStart(3, '0')}`
    const person = personId(i)
    const enrolled = await this.#server?.direct(
      { do: 'enrolDevice', device, person, signKey: keys.publicKey, agreeKey: keys.publicKey, label: 'máy' },
      OFFICER,
    )
    if (!enrolled?.ok) return
    const serverKey = this.#serverKeys?.publicKey ?? ''
    const identity = { device, person, lineage: LINEAGE, serverKey, enrolledAt: this.#now }
    const { chance, words } = this
    this.phones.push(
      new Phone({
        name: `${PEOPLE[i]?.[0]}-${n}`,
        cell: CELL,
        identity,
        keys,
        chance,
        words,
        clock: () => this.#now,
      }),
    )
  }
}
