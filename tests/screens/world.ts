import { computed, ref, shallowRef } from 'vue'
import type { Commands, OnlineCommands } from '#client/data/commands.ts'
import type { Queries } from '#client/data/queries.ts'
import type { AwayChange, KeptView } from '#client/data/views.ts'
import type { ResolutionStage } from '#shared/records/resolution.ts'
import type { AnnouncementRow, HeldRow, ResolutionRow, Row } from '#shared/records/row.ts'
import { standingFrom } from '#shared/rules/my-units.ts'
import { CELL, OFFICER, personId, rosters } from './people.ts'
import { talkAbout } from './talk.ts'
import { madeUpSlips } from './slips.ts'
import { DRAFT, NOTICE } from './texts.ts'
import { AWAY, DEVICES, KEPT, NOTICE_RECORD, RECORD, WAITING } from './views.ts'

/** What a look at the screens chooses in the address: who looks, how much there is, whether the radio is on. */
export type Choice = {
  as: string
  amount: 'none' | 'one' | 'many'
  offline: boolean
  asks: boolean
  newer: boolean
}

const MINUTE = 60_000
const DAY = 86_400_000
const SLUG = 'Qm9vayBvZiBhIGNlbGwgMQ'

export function makeWorld(
  choice: Choice,
  now: number,
): { queries: Queries; commands: Commands; online: OnlineCommands } {
  const me = choice.as === 'officer' ? OFFICER : choice.as === 'member' ? personId(1) : personId(3)
  const size = { none: 4, one: 6, many: 22 }[choice.amount]
  const all = rosters(size, now - DAY)
  const mine = choice.as === 'officer' ? (choice.amount === 'none' ? all.slice(0, 1) : all) : [all[1]!]
  const rows = ref<Row[]>(makeRows(choice, now))
  const forms = ref(new Map<string, unknown>())
  const away = ref<AwayChange[]>(choice.amount === 'many' ? AWAY(now) : [])
  const talk = shallowRef(talkAbout(choice.amount, now))
  const kept = ref<KeptView[]>(choice.amount === 'many' ? KEPT(now) : [])
  const waiting = computed(() => (choice.offline || choice.asks ? WAITING(now, choice.asks) : []))
  const profile = {
    person: me,
    device: 'device-1',
    name: mine[0]?.people.find((p) => p.id === me)?.name ?? '',
    serverUrl: 'https://so.thanhba.example',
    enrolledAt: now - 40 * DAY,
  }

  const queries: Queries = {
    profile: () => ref(choice.as === 'nobody' ? null : profile),
    rosters: () => ref(choice.as === 'nobody' ? [] : mine),
    standing: (unit) =>
      computed(() => standingFrom(mine, mine.find((r) => r.unit.id === unit()) ?? mine[0]!, me)),
    rows: (scope, kind) =>
      computed(() => (scope().endsWith(CELL) ? rows.value.filter((r) => r.kind === kind) : [])),
    row: (_, record) => computed(() => rows.value.find((r) => r.record === record()) ?? null),
    events: () => ref([]),
    content: () => ref(DRAFT),
    notice: (_, record) => computed(() => (record() === '' ? null : NOTICE)),
    discussion: () => talk,
    awayChanges: () => away,
    keptTexts: () => kept,
    waiting: () => waiting,
    state: () => ref(null),
    myData: async () => null,
    enteredForMe: () => ref([]),
    attachment: (_, id) => computed(() => ({ id: id(), here: null, waits: null })),
    wordsBeside: () => ref(new Map()),
    sealCheck: () => ref(null),
    media: () => ref(choice.amount === 'many' ? 5_200_000 : 0),
    openings: () => ref(choice.amount === 'none' ? null : { times: 42, asOf: now - 5 * MINUTE }),
    form: <T>(key: () => string) => computed(() => (forms.value.get(key()) as T | undefined) ?? null),
  }

  const commands: Commands = {
    takeOutMarked: async () => undefined,
    addPaper: async () => ({ ok: false as const, trouble: { why: 'noPaper' as const } }),
    handOver: async () => new Uint8Array(3_000),
    takeOver: async () => ({ trouble: 'notABundle' as const }),
    beginMinutes: async () => ({ ok: true as const }),
    giveAdoption: async () => ({ ok: true as const }),
    disownEntry: async () => ({ ok: true }),
    async give(_, record, command) {
      rows.value = rows.value.map((row) => changed(row, record, command as { do: string }, now))
      return { ok: true }
    },
    startResolution: async () => ({ ok: true, record: RECORD }),
    say: async () => ({ ok: true, id: 'remark-new' }),
    acceptProposal: async () => ({ ok: true }),
    proposeKept: async ({ id }) => {
      kept.value = kept.value.filter((k) => k.id !== id)
      return { ok: true }
    },
    nameVersion: async () => ({ ok: true }),
    newRecordId: () => 'record-new',
    newSlug: () => SLUG,
    lookFirst: async () => undefined,
    markSeen: async () => void (away.value = []),
    putAwayKept: async (id) => void (kept.value = kept.value.filter((k) => k.id !== id)),
    keepForm: async (key, value) => void forms.value.set(key, value),
    dropForm: async (key) => void forms.value.delete(key),
    sendAnyway: async () => {},
    takeBack: async () => true,
    addPicture: async () => ({ ok: false, trouble: { why: 'unreadable' } }),
    keepAttachment: async () => null,
    keepWords: async () => ({ id: 'w'.repeat(43), media: 'text/plain' as const, size: 100 }),
    keepNames: async () => [],
    makeRoom: async () => 5_200_000,
    syncNow: () => {},
    askToPersist: async () => false,
    profiles: async () => ({
      state: async () => ({ others: choice.amount === 'many' ? 2 : 0, hasPin: choice.amount !== 'none' }),
      setPin: async () => {},
      tryPin: async () => ({ right: false, waitMs: 0 }),
      dropPin: async () => {},
      add: async () => {},
      lock: () => {},
    }),
  }
  return { queries, commands, online: makeOnline(choice, now, me) }
}

function makeOnline(choice: Choice, now: number, me: string): OnlineCommands {
  const answer = async <T extends object>(value: T) =>
    choice.offline ? { ok: false as const, offline: true as const } : { ok: true as const, ...value }
  const never = () => new Promise<never>(() => {})
  const claimed = { checkCode: '407913', label: 'Samsung SM-A057F, Chrome' }
  return {
    setUp: () => answer({}),
    directory: () => answer({}),
    proposals: () => answer({ proposals: [] }),
    invite: () =>
      answer({
        enrolment: 'e1',
        link: 'https://so.thanhba.example/enrol#Zm9vYmFyYmF6cXV4.c2VydmVy',
        expiresAt: now + 10 * MINUTE,
      }),
    awaitClaim: () => (choice.asks ? answer(claimed) : never()),
    confirm: () => answer({}),
    stop: () => answer({}),
    claim: async (secret) => {
      if (secret.startsWith('expired')) return { ok: false, refusal: 'codeExpired' }
      return answer({
        checkCode: '407913',
        personName: 'Tôn Nữ Hoàng Diễm Quỳnh',
        unitName: 'Chi bộ khu Đồng Mạ',
        needsConfirmation: true,
        slip: /^\d{16}/.test(secret),
      })
    },
    waitingHere: async () => null,
    awaitConfirmation: never,
    devices: () => answer({ devices: DEVICES(now, me) }),
    revoke: () => answer({}),
    slips: async () => madeUpSlips(choice, now),
    fetchAttachment: () => answer({}),
    askOpenings: () => answer({}),
  }
}

function makeRows(choice: Choice, now: number): Row[] {
  if (choice.amount === 'none') return []
  const draft = (record: string, month: string, stage: ResolutionStage, title?: string): ResolutionRow => ({
    kind: 'resolution',
    record,
    changedAt: now - 35 * MINUTE,
    title: title ?? `Lãnh đạo thực hiện nhiệm vụ tháng ${month.slice(5)}/${month.slice(0, 4)}`,
    month,
    schema: choice.newer ? 9 : 1,
    stage,
    draftingGroup: { who: 'committee' },
    startedBy: personId(3),
    excerpt: '',
    words: stage === 'draft' ? 148 : 1240,
    shown: stage !== 'draft',
    openRemarks: stage === 'comments' ? 5 : 0,
  })
  const notice = (record: string, title: string, withdrawn: boolean): AnnouncementRow => ({
    kind: 'announcement',
    record,
    changedAt: now - DAY,
    title,
    slug: SLUG,
    when: NOTICE.when,
    where: NOTICE.where,
    publishedBy: personId(3),
    withdrawn,
  })
  const held: HeldRow = {
    kind: 'held',
    record: 'record-held-1',
    changedAt: now,
    person: personId(17),
    code: 'rosterChanged',
    about: 'Lãnh đạo thực hiện nhiệm vụ tháng 12/2026',
    text: 'Đề nghị bổ sung nhiệm vụ nạo vét mương nội đồng trước vụ xuân, giao chi hội nông dân chủ trì.',
  }
  const first = [draft(RECORD, '2026-12', 'draft'), notice(NOTICE_RECORD, NOTICE.title, false)]
  if (choice.amount === 'one') return first
  return [
    ...first,
    draft(
      'record-draft-12b',
      '2026-12',
      'comments',
      'Nghị quyết chuyên đề: chuyển đổi số, hướng dẫn bà con dùng dịch vụ công trực tuyến quý IV/2026',
    ),
    draft('record-draft-11', '2026-11', 'ready'),
    draft('record-draft-10', '2026-10', 'adopted'),
    draft('record-draft-09', '2026-09', 'adopted'),
    { ...draft('record-bin', '2026-11', 'draft', 'Bản nháp thử'), binnedAt: now - 12 * DAY },
    notice('record-notice-2', 'Lịch tiêm phòng cho trâu, bò đợt 2 năm 2026 tại sân kho hợp tác xã', true),
    held,
  ]
}

function changed(row: Row, record: string, command: { do: string }, now: number): Row {
  if (row.record !== record) return row
  if (row.kind === 'resolution' && 'to' in command) return { ...row, stage: command.to as ResolutionStage }
  if (row.kind === 'resolution' && command.do === 'binResolution') return { ...row, binnedAt: now }
  if (row.kind === 'announcement' && command.do === 'withdrawAnnouncement') return { ...row, withdrawn: true }
  if (row.kind === 'held')
    return { ...row, decided: command.do === 'admitHeldWork' ? 'admitted' : 'dismissed' }
  return row
}
