import { digest } from 'lib0/hash/sha256'
import { canonicalContent, canonicalJson } from '#shared/rules/canonical.ts'
import { encodeBatch, NO_HASH, type Op } from '#shared/protocol/batch.ts'
import { decodeReceipt, decodeFrame, encodeFrame, type Frame } from '#shared/protocol/frames.ts'
import { decodeRequest, encodeRequest, type SyncRequest } from '#shared/protocol/request.ts'
import { contentText, type Content } from '#shared/records/content.ts'
import type { RecordedEvent } from '#shared/records/event.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import { ownScope } from '#shared/records/scope.ts'
import { CERTIFICATES } from '#client/data/replica/hand-over.ts'
import { contentOf, loadRecord } from '#server/scopes/record-memory.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { goOn, meetingOn, NQ, PLAN, SH, TEXT, textOn, type Attempts } from './one-evening.ts'
import { Phone } from './phone.ts'
import { SCOPE, type Name, type RealVillage } from './real-phones.ts'
import { LINEAGE, personId, PEOPLE } from './village.ts'
import { sealAnswerOn, sealsIn } from './sealed-chain.ts'
import { marksIn, Words } from './words.ts'

const START = {
  ...{ do: 'startResolution', title: 'Nghị quyết tháng 12', month: '2026-12' },
  ...{ template: 'monthly', schema: 1, draftingGroup: { who: 'allMembers' } },
}
const STEPS = 50
type Sender = { device: string; person: string; revoked: boolean }

export type EveningTally = {
  adopted: number
  sealed: number
  /** Histories in which more than one phone adopted. */
  contested: number
  unread: number
  refused: number
  bundles: number
  replays: number
  forged: number
  restarts: number
}
export const noEvening = (): EveningTally => ({
  ...{ adopted: 0, sealed: 0, contested: 0, unread: 0, refused: 0 },
  ...{ bundles: 0, replays: 0, forged: 0, restarts: 0 },
})

/** One draft, one meeting, two to four phones that rarely meet the server: whatever they do, one text is adopted, once. */
export class AdoptingHistory {
  readonly tally = noEvening()
  readonly #chance: Chance
  readonly #words: Words
  readonly #village: RealVillage
  readonly #phones: Phone[] = []
  readonly #adoptions: Attempts = new Map()
  readonly #seals: Attempts = new Map()
  readonly #sent: { bytes: Uint8Array; sender: Sender }[] = []
  readonly #found: string[] = []
  /** Words the server had when it learned of the adoption, and that were not read there. */
  readonly #unread = new Set<string>()
  #forger: Awaited<ReturnType<RealVillage['enrol']>> | null = null
  #chain = { deviceSeq: 1, prevHash: NO_HASH }
  #before = new Set<string>()
  #isAdopted = false

  constructor(seed: number, village: RealVillage) {
    this.#chance = chanceFrom(seed)
    this.#words = new Words(this.#chance)
    this.#village = village
  }

  /** @returns what did not hold, as sentences */
  async run(): Promise<string[]> {
    await this.#begin()
    for (let i = 0; i < STEPS; i++) await this.#step()
    await this.#settle()
    const before = canonicalJson(await this.#server())
    if (await this.#forge()) await this.#settle()
    for (let i = 0; i < 3; i++) await this.#replay()
    const after = canonicalJson(await this.#server())
    if (before !== after) this.#found.push('something changed the text after everybody had synced')
    await this.#adoptedOnce()
    await this.#allAgree()
    await this.#noWordIsLost()
    return this.#found
  }

  async #begin(): Promise<void> {
    const { clock } = this.#village
    const names: Name[] = ['An', 'Bình', this.#chance.pick<Name>(['Cúc', 'An']), 'Giang']
    for (const name of names.slice(0, 2 + this.#chance.below(3))) {
      const { identity, keys, certificate } = await this.#village.enrol(name)
      const own = { name: identity.device, cell: SCOPE.slice(SCOPE.indexOf('/') + 1), identity, keys }
      const phone = new Phone({ ...own, chance: this.#chance, words: this.#words, clock: () => clock.now })
      const value = { key: CERTIFICATES, value: certificate ? [certificate] : [] }
      await phone.book.commit([{ put: 'meta', value }])
      this.#phones.push(phone)
      await this.#sync(phone)
    }
    const [first] = this.#phones
    const start: Content = [
      { part: 'block', kind: null, depth: 0, runs: [{ text: this.#words.make(first?.parts.name ?? '') }] },
    ]
    await first?.replica.give(TEXT, START, { start })
    if (this.#chance.happens(0.7)) await first?.replica.give({ ...TEXT, record: SH, kind: 'meeting' }, PLAN)
    for (const phone of this.#phones) await this.#sync(phone)
  }

  async #step(): Promise<void> {
    const chance = this.#chance
    const { clock } = this.#village
    clock.now += chance.below(120_000)
    const phone = chance.pick(this.#phones)
    const what = chance.next()
    if (what < 0.3) await phone.write(NQ)
    else if (what < 0.4) await phone.save(NQ)
    else if (what < 0.72) await this.#evening(phone)
    else if (what < 0.86) await this.#sync(phone)
    else if (what < 0.91) await this.#handOver(phone, chance.pick(this.#phones))
    else if (what < 0.95) await this.#replay()
    else if (what < 0.98) await this.#forge()
    else {
      await this.#village.restart()
      this.tally.restarts++
    }
  }

  #evening(phone: Phone): Promise<void> {
    const attempts = new Map<string, Content>()
    const at = this.#village.clock.now
    return goOn({ phone, chance: this.#chance, at, attempts }).then(() => {
      for (const [sign, content] of attempts)
        (sign.length === 22 ? this.#seals : this.#adoptions).set(sign, content)
    })
  }

  async #settle(): Promise<void> {
    for (let round = 0; round < 4; round++)
      for (const phone of this.#phones) {
        await phone.save(NQ)
        await this.#sync(phone)
      }
  }

  async #sync(phone: Phone): Promise<void> {
    const { device, person } = phone.parts.identity
    const bytes = encodeRequest(await phone.replica.compose('0.1.0'))
    const sender = { device, person, revoked: false }
    this.#sent.push({ bytes, sender })
    for (const frame of await this.#ask(bytes, sender)) await phone.replica.receive(frame)
  }

  async #ask(bytes: Uint8Array, sender: Sender): Promise<Frame[]> {
    const request = decodeRequest(bytes)
    if (!request) throw new TypeError('no request')
    const frames: Frame[] = []
    for await (const sent of this.#village.server.sync(request, sender)) {
      const frame = decodeFrame(encodeFrame(sent))
      if (frame) frames.push(frame)
    }
    for (const frame of frames)
      if (frame.frame === 'receipt')
        for (const { verdict } of decodeReceipt(frame.bytes)?.verdicts ?? [])
          if (verdict === 'refused') this.tally.refused++
    await this.#noticeAdoption()
    return frames
  }

  async #noticeAdoption(): Promise<void> {
    if (this.#isAdopted) return
    const { state, content } = await this.#server()
    const has = marksIn(contentText(content))
    if (state?.adopted) {
      this.#isAdopted = true
      const read = marksIn(contentText(state.adopted.content))
      for (const mark of has) if (this.#before.has(mark) && !read.has(mark)) this.#unread.add(mark)
    }
    this.#before = has
  }

  async #handOver(from: Phone, to: Phone): Promise<void> {
    const bundle = await from.replica.handOver(SCOPE, [SH, NQ])
    if (!bundle || from === to) return
    await to.replica.takeOver(bundle)
    this.tally.bundles++
  }

  /** What was sent long ago arrives once more; nobody waits for the answer. */
  async #replay(): Promise<void> {
    const { bytes, sender } = this.#chance.pick(this.#sent)
    await this.#ask(bytes, sender)
    this.tally.replays++
  }

  /** The deputy's own key, without an app that would ask the rules first. */
  async #forge(): Promise<boolean> {
    const { state } = await this.#server()
    if (!state?.adopted) return false
    const { identity, keys } = (this.#forger ??= await this.#village.enrol('Bình'))
    const other: Content = [{ part: 'block', kind: null, depth: 0, runs: [{ text: 'Văn bản khác.' }] }]
    const at = this.#village.clock.now
    const again = { meeting: SH, vote: this.#chance.pick([state.adopted.vote, 'vote-khac']), at }
    const seal = { signers: [{ person: identity.person, post: 'secretary' }], signedOn: '2026-12-05', at }
    const commands = [
      START,
      { do: 'adoptText', ...again, content: other, amendments: [] },
      { do: 'moveResolution', to: 'draft' },
      { do: 'binResolution' },
      ...(state.sealed ? [{ do: 'signText', content: other, ...seal, slug: 'x'.repeat(22) }] : []),
    ]
    const ops = commands.map((command): Op => ({ op: 'command', record: NQ, kind: 'resolution', command }))
    const { device, person } = identity
    const head = { lineage: LINEAGE, scope: SCOPE, device, ...this.#chain, claimedAt: at }
    const bytes = encodeBatch({ ...head, rosterVersion: 1, ops })
    this.#chain = { deviceSeq: this.#chain.deviceSeq + 1, prevHash: digest(bytes) }
    const nothing = { cursors: new Map(), rosters: new Map(), waiting: { items: 0, since: 0 }, repair: [] }
    const batches = [{ bytes, signature: await keys.sign(bytes) }]
    const request: SyncRequest = { lineage: LINEAGE, app: '0.1.0', batches, ...nothing }
    const frames = await this.#ask(encodeRequest(request), { device, person, revoked: false })
    const judged = frames.flatMap((frame) =>
      frame.frame === 'receipt' ? (decodeReceipt(frame.bytes)?.verdicts ?? []) : [],
    )
    if (judged.length !== commands.length) this.#found.push('a direct command was not answered')
    this.tally.forged++
    return true
  }

  async #server() {
    const memory = await loadRecord(this.#village.storage, SCOPE, NQ, 'resolution')
    const state = memory.state as Resolution | null
    return { state, content: contentOf(memory) ?? [], events: memory.events }
  }

  async #adoptedOnce(): Promise<void> {
    const { state, events } = await this.#server()
    const adoptions = events.filter(({ type }) => type === 'textAdopted')
    const seals = events.filter(({ type }) => type === 'textSigned')
    if (adoptions.length > 1) this.#found.push(`adopted ${adoptions.length} times`)
    if (seals.length > 1) this.#found.push(`signed ${seals.length} times`)
    this.#isAsGiven('adopted', state?.adopted?.content, this.#adoptions.get(signOf(adoptions[0])))
    this.#isAsGiven('sealed', state?.sealed?.content, this.#seals.get(signOf(seals[0])))
    this.tally.adopted += adoptions.length
    this.tally.sealed += seals.length
    if ((await sealsIn(this.#village)) !== seals.length) this.#found.push('another number in the chain')
    if (this.#adoptions.size > 1) this.tally.contested++
  }

  #isAsGiven(what: string, is: Content | undefined, given: Content | undefined): void {
    if (canonicalJson(is ?? null) !== canonicalJson(given ?? null))
      this.#found.push(`${what} is another text than the first one that was accepted`)
  }

  async #allAgree(): Promise<void> {
    const { state, content } = await this.#server()
    const meeting = (await loadRecord(this.#village.storage, SCOPE, SH, 'meeting')).state
    for (const phone of this.#phones) {
      const { name } = phone.parts
      const complain = (what: string) => this.#found.push(`${name}: ${what}`)
      if (canonicalJson((await textOn(phone)) ?? null) !== canonicalJson(state)) complain('another adoption')
      if (canonicalJson((await meetingOn(phone)) ?? null) !== canonicalJson(meeting))
        complain('another meeting')
      if ((await phone.canonical(NQ)) !== canonicalContent(content)) complain('another text')
      if ((await sealAnswerOn(phone)) !== 'same') complain('a false alarm about signed texts')
      if ((await phone.book.list('pending')).length > 0) complain('work left to send')
      if ((await phone.book.list('carried')).length > 0) complain('others’ work left to bring')
    }
  }

  async #noWordIsLost(): Promise<void> {
    const { state, content } = await this.#server()
    const visible = marksIn(`${contentText(content)}\n${contentText(state?.adopted?.content ?? [])}`)
    const kept = await this.#kept()
    const everybodys = new Set([...kept.values()].flatMap((marks) => [...marks]))
    for (const mark of this.#unread)
      if (!everybodys.has(mark)) this.#found.push(`the word ${mark} was not read and went back to nobody`)
    this.tally.unread += this.#unread.size
    for (const { mark, author, written } of this.#words.all.values()) {
      if (!written || visible.has(mark) || this.#words.knowinglyDeleted.has(mark)) continue
      // Whoever moved a paragraph has its words in what of his was not taken.
      if (!everybodys.has(mark)) this.#found.push(`${author}'s word ${mark} is nowhere`)
    }
  }

  /** By whose they are: on his phones, and in his own scope at the server. */
  async #kept(): Promise<Map<string, Set<string>>> {
    await this.#village.server.settled()
    const kept = new Map<string, Set<string>>()
    const keep = (person: string, text: string) =>
      kept.set(person, new Set([...(kept.get(person) ?? []), ...marksIn(text)]))
    for (const { book, parts } of this.#phones)
      for (const { text } of await book.list('kept')) keep(parts.identity.person, text)
    for (const person of PEOPLE.keys())
      for (const { bytes } of await this.#village.storage.entriesAfter(ownScope(personId(person)), 0, 10_000))
        keep(personId(person), new TextDecoder().decode(bytes))
    return kept
  }
}

/** The sign of its own that a command carried. */
function signOf(e: RecordedEvent | undefined): string {
  const { amendments, slug } = (e?.data ?? {}) as { amendments?: readonly string[]; slug?: string }
  return slug ?? amendments?.[0] ?? ''
}
