import { templateNamed } from '#shared/rulesets/templates.ts'
import { minutesOf } from '#shared/records/minutes.ts'
import { SCHEMA_VERSION } from '#shared/document/layout.ts'
import type { Content } from '#shared/records/content.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { CannotSave, type BookChange } from '#client/data/book/book.ts'
import type { DexieBook } from '#client/data/book/dexie-book.ts'
import type { AnyCommand, Commands, Done, ForWhom } from './commands.ts'
import { discussionCommands } from './discussion-commands.ts'
import { KIND_OF } from './kinds-of-commands.ts'
import { idsNamedIn, notDue } from './attachments/due.ts'
import { newId, newSlug } from './random.ts'
import type { Place } from './replica/state.ts'
import type { Profiles } from './profiles.ts'
import type { Running } from './running.ts'

type More = ForWhom & { start?: Content }

type Parts = {
  book: DexieBook
  /** The replica and what runs around it: loaded after the first picture. */
  running: () => Promise<Running>
  /** Around every write: what the header says of saving. */
  saving: <T>(write: () => Promise<T>) => Promise<T>
  profiles: Profiles
}

/** The commands over one book. */
export function bookCommands({ book, running, saving, profiles }: Parts): Commands {
  const commit = (...changes: BookChange[]) => saving(() => book.commit(changes))
  /** What somebody has seen is no work of his: a full phone forgets it and shows it once more. */
  const note = (change: BookChange) =>
    book.commit([change]).catch((why: unknown) => {
      if (!(why instanceof CannotSave)) throw why
    })

  const entrust = async (place: Place, command: unknown, more = {}): Promise<Done> => {
    const { replica, sync } = await running()
    const refusal = await saving(() => replica.give(place, command, more))
    if (refusal !== null) return { ok: false, refusal }
    sync.want()
    return { ok: true }
  }
  const give = (scope: ScopeId, record: string, command: AnyCommand, { helper, ...more }: More = {}) =>
    entrust(
      { scope, record, kind: KIND_OF[command.do] },
      helper === undefined ? command : { ...command, helper },
      more,
    )

  async function putAwayKept(id: string): Promise<void> {
    if (await book.get('kept', [id])) return commit({ drop: 'kept', key: [id] })
    const row = (await book.list('rows')).find((r) => r.kind === 'kept' && r.record === id)
    if (row) await give(row.scope, id, { do: 'putAwayKeptText' })
  }

  return {
    give: (scope, record, command, forWhom) => give(scope, record, command, forWhom),
    giveAdoption: (place, command) => entrust(place, command),
    disownEntry: ({ scope, record, kind, seq }) =>
      entrust({ scope, record, kind }, { do: 'disownEntry', of: seq }),
    ...discussionCommands({ running, saving, give, putAwayKept }),
    async startResolution(scope, start, text) {
      const template = templateNamed(start.template)
      if (!template) return { ok: false, refusal: 'notFound' }
      const record = newId()
      const command = { do: 'startResolution' as const, schema: SCHEMA_VERSION, ...start }
      const done = await give(scope, record, command, { start: text ?? template.content })
      return done.ok ? { ok: true, record } : done
    },
    async handOver(scope, records) {
      const { replica, drafts } = await running()
      drafts.cut() // finished words of an open text go along
      const bundle = await saving(() => replica.handOver(scope, records))
      return bundle && (await import('./handing/pack.ts')).pack(bundle)
    },
    async takeOver(packed) {
      const bundle = (await import('./handing/pack.ts')).unpack(packed)
      if (!bundle) return { trouble: 'notABundle' }
      const { replica, sync } = await running()
      const taken = await saving(() => replica.takeOver(bundle))
      sync.want()
      return taken
    },
    beginMinutes(scope, meeting) {
      const command = { do: 'beginMinutes' as const, meeting, schema: SCHEMA_VERSION }
      const start = templateNamed('minutes')?.content
      return give(scope, minutesOf(meeting), command, start ? { start } : {})
    },
    newRecordId: newId,
    newSlug,
    async markSeen(scope, record) {
      const last = (await book.list('touches', [scope, record])).at(-1)?.seq ?? 0
      const known = (await book.get('seen', [scope, record]))?.seq ?? 0
      if (last > known) await note({ put: 'seen', value: { scope, record, seq: last } })
    },
    async lookFirst(scope, record) {
      if (await book.get('seen', [scope, record])) return
      const seq = (await book.get('cursors', [scope]))?.cursor.seq ?? 0
      await note({ put: 'seen', value: { scope, record, seq } })
    },
    putAwayKept,
    keepForm: (key, value) => commit({ put: 'forms', value: { key, value, at: Date.now() } }),
    dropForm: (key) => commit({ drop: 'forms', key: [key] }),
    async sendAnyway(id) {
      const pending = await book.get('pending', [Number(id)])
      if (!pending) return
      const { asks: _, ...rest } = pending
      await commit({ put: 'pending', value: { ...rest, sendAnyway: true } })
      ;(await running()).sync.want()
    },
    takeOutMarked: async (id) => {
      const { replica, sync } = await running()
      await saving(() => replica.takeOut(Number(id)))
      sync.want()
    },
    async takeBack(id) {
      const pending = await book.get('pending', [Number(id)])
      if (!pending || pending.frozen || pending.op.op !== 'command') return true
      const { scope, record, n } = pending
      const { notice, slug } = pending.op.command as { notice?: object; slug?: string }
      const key = `announcement:${scope.slice(scope.indexOf('/') + 1)}:new`
      if (isAnotherBegun((await book.get('forms', [key]))?.value, record)) return false
      const form = { key, value: { record, slug, when: '', where: '', ...notice }, at: Date.now() }
      await commit(
        { drop: 'pending', key: [n] },
        { drop: 'rows', key: [scope, record] },
        { put: 'forms', value: form },
        ...(await notDue(book, scope, idsNamedIn(pending.op.command))),
      )
      return true
    },
    profiles: async () => (await import('./profile-desk.ts')).profileDesk(profiles, book.db.name),
    async addPicture(place, file, signal) {
      const { addPicture } = await import('./attachments/add-picture.ts')
      return saving(() => addPicture(book, place, { file, signal }))
    },
    async addPaper(place, file, signal) {
      const { addPaper } = await import('./attachments/add-paper.ts')
      return saving(() => addPaper(book, place, { file, signal }))
    },
    async keepAttachment(place, bytes) {
      const { keepBytes } = await import('./attachments/keep-bytes.ts')
      return saving(async () => keepBytes(book, place, new Uint8Array(await bytes.arrayBuffer())))
    },
    async keepWords(place, words) {
      const { keepWords } = await import('./attachments/words-beside.ts')
      return saving(() => keepWords(book, place, words))
    },
    async keepNames(place, people) {
      const { keepNames } = await import('./attachments/words-beside.ts')
      return saving(() => keepNames(book, place, people))
    },
    makeRoom: async () => (await import('./attachments/free-media.ts')).freeMedia(book),
    syncNow: () => void running().then(({ sync }) => sync.want()),
    askToPersist: async () => (await navigator.storage?.persist?.()) ?? false,
  }
}

/** Somebody began to write another announcement in the form meanwhile. */
function isAnotherBegun(typed: unknown, record: string): boolean {
  const { record: of, title = '', body = '', picture } = (typed ?? {}) as Begun
  return of !== undefined && of !== record && (`${title}${body}`.trim() !== '' || picture !== undefined)
}

type Begun = { record?: string; title?: string; body?: string; picture?: object }
