import { CannotSave } from '#client/data/book/book.ts'
import type { DexieBook } from '#client/data/book/dexie-book.ts'
import { AttachmentSender } from './attachments/sender.ts'
import { APP_VERSION } from './app-version.ts'
import { signerOf, verifierOf, type DeviceKeys } from './keys.ts'
import { newClientId, newId } from './random.ts'
import type { Identity, ReplicaParts } from './replica/identity.ts'
import { metaOf } from './replica/meta.ts'
import { Replica } from './replica/replica.ts'
import type { Running } from './running.ts'
import { claimByWebLocks, openDrafts, type OpenDrafts } from './open-drafts.ts'
import type { Heard } from './replica/receive.ts'
import { haveCertificate } from './handing/own-certificate.ts'
import { DRAFT_NEWS, reportTo } from './say-status.ts'
import { SyncEngine } from './sync/engine.ts'
import { openLine } from './sync/line.ts'
import { lineIsGood } from './sync/machine.ts'
import { Presence } from './sync/presence.ts'
import { takeTurnsAcrossTabs } from './turns.ts'

type Around = {
  book: DexieBook
  wipe: () => Promise<void>
}

const EVERY = 5 * 60_000
/** What nobody waits for begins when the start is over. */
const IN_PASSING = 15_000
/** Work of one moment goes together. */
const SOON = 1_000

/** Starts replica and sync of the person this phone belongs to. Loaded after the first picture: it brings Yjs along. */
export async function startReplica({ book, wipe }: Around): Promise<Running> {
  const identity = await metaOf<Identity>(book, 'identity')
  const keys = await metaOf<DeviceKeys>(book, 'keys')
  if (!identity || !keys) throw new Error('nobody is enrolled on this phone')
  const tabs = new BroadcastChannel(`book ${book.db.name}`)
  const parts: ReplicaParts = {
    book,
    identity,
    clock: Date.now,
    localNow,
    announce: (heard) => tabs.postMessage(heard),
    sign: signerOf(keys),
    isFromServer: verifierOf(identity.serverKey),
    isSignedBy: (signKey, signature, bytes) => verifierOf(signKey)(signature, bytes),
    newId,
    newClientId,
  }
  const replica = new Replica(parts, takeTurnsAcrossTabs(book.db.name))
  tabs.onmessage = ({ data }: MessageEvent<Heard>) => void replica.hear(data)
  const token = () => metaOf<string>(book, 'token')
  const presence = new Presence({
    clock: Date.now,
    say: (said) => line.say(said),
    company: (live) => sync.company(live),
  })
  const sync: SyncEngine = new SyncEngine({
    replica,
    app: APP_VERSION,
    token,
    clock: Date.now,
    fetch: (...of) => fetch(...of),
    report: (news) => {
      reportTo(book, news)
      if (news.is === 'sent') {
        attachments.want() // words first
        haveCertificate(book, identity, token).catch(later)
      }
      if (news.is === 'state') presence.line(lineIsGood(news.state))
    },
    wipe,
    hasUnsent: () => somethingToSend(book),
    hasMore: async () => (await book.list('repairs')).length > 0 || (await somethingToSend(book)),
    cut: () => drafts.cut(),
  })
  const attachments = new AttachmentSender({ book, token, clock: Date.now, fetch: (...of) => fetch(...of) })
  const line = openLine(token, {
    connected: () => {
      presence.connected()
      sync.want() // whatever was hinted while nobody listened
    },
    told: (told) => (told.is === 'hint' ? sync.hinted(told.scope, told.seq) : presence.hear(told)),
    lost: () => presence.lost(),
  })
  const stops = triggers(() => sync.want())
  const drafts: OpenDrafts = openDrafts({
    replica,
    parts,
    tab: newId(),
    claim: claimByWebLocks,
    news: DRAFT_NEWS,
    work: { written: () => sync.written(), toSend: () => sync.want() },
    presence,
  })
  void drafts.recoverAll()
  replica.knowAgain().catch(later)
  const soon = setTimeout(() => void partsOfDuty(book, identity), IN_PASSING)
  sync.want()
  return {
    replica,
    drafts,
    sync,
    stop: () => {
      clearTimeout(soon)
      sync.stop()
      attachments.stop()
      presence.stop()
      line.stop()
      tabs.close()
      for (const stop of stops) stop()
    },
  }
}

async function partsOfDuty(book: DexieBook, { person }: Identity): Promise<void> {
  const people = (await book.list('rosters')).flatMap(({ roster }) => roster.people)
  const { fetchPartsOfDuty } = await import('./parts.ts')
  await fetchPartsOfDuty(people.filter((p) => p.id === person).flatMap((p) => p.duties))
}

/** A full phone tries it again, with the next sync or at its next start. */
function later(why: unknown): void {
  if (!(why instanceof CannotSave)) throw why
}

/** When to sync besides one's own work: coming online, coming to the front, every five minutes while open. */
function triggers(want: () => void): (() => void)[] {
  let soon: ReturnType<typeof setTimeout> | undefined
  const wantSoon = () => {
    clearTimeout(soon)
    soon = setTimeout(want, SOON)
  }
  const onVisible = () => document.visibilityState === 'visible' && wantSoon()
  const timer = setInterval(want, EVERY)
  addEventListener('online', wantSoon)
  document.addEventListener('visibilitychange', onVisible)
  return [
    () => {
      clearInterval(timer)
      clearTimeout(soon)
      removeEventListener('online', wantSoon)
      document.removeEventListener('visibilitychange', onVisible)
    },
  ]
}

async function somethingToSend(book: DexieBook): Promise<boolean> {
  const pending = await book.list('pending')
  return pending.some((p) => p.acceptedSeq === undefined && p.asks === undefined)
}

function localNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
