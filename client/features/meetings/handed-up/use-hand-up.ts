import { computed, reactive } from 'vue'
import { useCommands, type AnyCommand, type Done } from '#client/data/commands.ts'
import { useQueries } from '#client/data/queries.ts'
import { canonicalJson } from '#shared/rules/canonical.ts'
import type { Content } from '#shared/records/content.ts'
import type { HandedPaper } from '#shared/records/handed-up.ts'
import type { ResolutionRow } from '#shared/records/row.ts'
import { whatGoesUp, type GoingUp } from '#shared/rules/handing-up.ts'
import type { MeetingRead } from '#client/features/meetings/running/use-meeting.ts'
import { useHandedUp } from './use-handed-up.ts'

type Paper = Omit<HandedPaper, 'by' | 'at'>

/** Drafts and signed texts of the open meeting: those on its agenda or voted on in it, and drafts of its month. */
export function useTextsOfMeeting({ scope, meeting }: Pick<MeetingRead, 'scope' | 'meeting'>) {
  const rows = useQueries().rows(() => scope.value, 'resolution')
  const named = computed(() => {
    const { agenda = [], votes = [] } = meeting.value ?? {}
    const onAgenda = agenda.flatMap(({ text }) => (text === undefined ? [] : [text]))
    return new Set([...onAgenda, ...votes.flatMap(({ about }) => ('record' in about ? [about.record] : []))])
  })
  const texts = computed(() => (rows.value ?? []).flatMap((row) => (row.kind === 'resolution' ? [row] : [])))
  const isDraft = ({ stage, binnedAt, signedOn }: ResolutionRow) =>
    stage !== 'adopted' && binnedAt === undefined && signedOn === undefined
  const drafts = computed(() =>
    texts.value.filter(
      (row) => isDraft(row) && (named.value.has(row.record) || row.month === meeting.value?.month),
    ),
  )
  const signed = computed(() =>
    texts.value.filter(({ signedOn, record }) => signedOn !== undefined && named.value.has(record)),
  )
  return { named, drafts, signed }
}

/** What goes up of the open meeting, as whoever hands it up chooses; what he kept back stays kept back on this phone. */
export function useHandUp({ unit, scope, record, meeting }: MeetingRead) {
  const commands = useCommands()
  const up = useHandedUp(unit, record)
  const { named, drafts, signed } = useTextsOfMeeting({ scope, meeting })
  const form = computed(() => keptBackKey(record()))
  const kept = useQueries().form<{ ids: readonly string[] }>(() => form.value)

  const contents = reactive(new Map<string, Content>())
  const papers = reactive(new Map<string, Paper>())
  const decided = reactive(new Map<string, boolean>())
  /** A draft that its writers still keep to themselves is not offered unless the agenda names it. */
  const isOffered = ({ record: id, stage }: ResolutionRow): boolean =>
    stage !== 'draft' || named.value.has(id)
  const isIn = (id: string): boolean => {
    const row = drafts.value.find((one) => one.record === id)
    return decided.get(id) ?? (!kept.value?.ids.includes(id) && (!row || isOffered(row)))
  }
  const files = computed(() =>
    (meeting.value?.agenda ?? []).flatMap(({ papers: its = [] }) => its.map(({ file }) => file.id)),
  )
  const without = computed(
    () => new Set([...files.value, ...drafts.value.map((row) => row.record)].filter((id) => !isIn(id))),
  )
  const going = computed((): (GoingUp & { left: string[] }) | null => {
    if (!meeting.value) return null
    const read = drafts.value.flatMap(({ record: id, title }) => {
      const content = contents.get(id)
      return content && content.length > 0 ? [{ record: id, title, content }] : []
    })
    return whatGoesUp(meeting.value, read, without.value)
  })
  const differs = computed(() => going.value !== null && !isSame(up.shown.value, going.value))
  const newPapers = computed(() =>
    [...papers.values()].filter((paper) => {
      const there = up.handed.value?.sealed.find((one) => one.record === paper.record)
      return !there || (paper.number !== undefined && there.number?.no !== paper.number.no)
    }),
  )

  /** Each its own deed: what is known above already changes nothing there. */
  async function handUp(): Promise<Done> {
    const { notice, agenda, drafts: read } = going.value as GoingUp
    const about = { meeting: record() }
    const give = (command: AnyCommand) => commands.give(up.scope.value, up.record.value, command)
    await commands.keepForm(form.value, { ids: [...without.value] })
    if (differs.value) {
      const told = { ...about, id: commands.newRecordId(), notice, agenda: [...agenda], drafts: [...read] }
      const done = await give(plain({ do: 'handUp', ...told }))
      if (!done.ok) return done
    }
    for (const paper of newPapers.value) {
      const done = await give(plain({ do: 'handUpPaper', ...about, ...paper }))
      if (!done.ok) return done
    }
    return { ok: true }
  }
  return {
    ...up,
    cell: scope,
    going,
    drafts,
    signed,
    contents,
    papers,
    decided,
    isIn,
    differs,
    newPapers,
    handUp,
  }
}

export const keptBackKey = (meeting: string): string => `kept-back:${meeting}`

/** A command is plain data, without the readonly of what it is made from. */
const plain = (command: object): AnyCommand => JSON.parse(JSON.stringify(command)) as AnyCommand

/** [Z2] Whether this is what was handed up last. */
export function isSame(shown: GoingUp | null, { notice, agenda, drafts }: GoingUp): boolean {
  return (
    shown !== null &&
    canonicalJson([shown.notice, shown.agenda, shown.drafts]) === canonicalJson([notice, agenda, drafts])
  )
}
