import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useAct } from '#client/data/act.ts'
import { useCommands } from '#client/data/commands.ts'
import { useMe } from '#client/data/me.ts'
import { useQueries } from '#client/data/queries.ts'
import type { MeetingCommand } from '#shared/events/meeting/commands.ts'
import type { RecordId, UnitId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { MeetingRow } from '#shared/records/row.ts'
import { MEETING_RULE } from '#shared/records/schedule.ts'
import { cellScope } from '#shared/records/scope.ts'
import { nextMeetingDay, nextRegular } from '#shared/rules/meeting-day.ts'
import { itemForQuestions } from '#shared/rules/meeting/planning.ts'
import { may } from '#shared/rules/permissions.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { localDay, monthText } from '#client/i18n/dates.ts'
import { meetingTopics } from '#client/i18n/vi/meeting-topics.ts'
import { wordsOf } from '#client/i18n/words.ts'
import type { Reason } from '#shared/rules/meeting/topics.ts'
import { TOPIC_RESTS } from '#shared/rulesets/topics/bank.ts'
import { planKey, type PlanForm } from '#client/features/meetings/planning/plan-form.ts'

/** A topic as it goes into a plan; without an id it is the cell's own. */
export type Chosen = { title: string; id?: string; questions: readonly string[] }

const t = wordsOf('meetingTopics', meetingTopics)

/** For which month, `yyyy-mm`, or for which meeting that is planned already; else for a plan to begin. */
type Asked = { month: () => string | undefined; meeting: () => RecordId | undefined }

/** What the pages of topics know of a cell, and how a topic gets into a plan. */
export function useTopics(unit: () => UnitId, { month: asked, meeting: planned }: Asked) {
  const me = useMe()
  const queries = useQueries()
  const commands = useCommands()
  const router = useRouter()
  const { busy, problem, act } = useAct()
  const scope = () => cellScope(unit())
  const stored = queries.rows(scope, 'meeting')
  const rule = queries.row(scope, () => MEETING_RULE)
  const state = queries.state('meeting', scope, () => planned() ?? '')
  const begun = queries.form<PlanForm>(() => planKey(unit()))

  const today = localDay(Date.now())
  const ruleset = rulesetOn(today)
  const next = nextMeetingDay(today, ruleset).slice(0, 7)
  const plans = computed(() => may('planMeeting', me.standingAt(unit())))
  const meeting = computed(() => (planned() !== undefined && plans.value ? (state.value ?? null) : null))
  const month = computed(() => {
    const typed = asked() ?? ''
    return meeting.value?.month ?? (/^20\d\d-(?:0[1-9]|1[0-2])$/u.test(typed) ? typed : next)
  })
  const rows = computed((): readonly MeetingRow[] =>
    (stored.value ?? []).filter((row) => row.kind === 'meeting'),
  )
  const ready = computed(() => {
    const read = [stored.value, begun.value, rule.value, planned() === undefined ? null : state.value]
    return read.every((one) => one !== undefined)
  })

  async function choose(topic: Chosen): Promise<void> {
    const to = meeting.value ? await putIntoMeeting(topic, meeting.value) : await putIntoPlan(topic)
    if (to !== null) await router.push(to)
  }

  /** [M76] Its words, its name, and its questions where none stand. @returns where to go on */
  async function putIntoMeeting({ title, id, questions }: Chosen, { agenda }: Meeting) {
    const record = planned() ?? ''
    const give = (command: MeetingCommand) => act(() => commands.give(scope(), record, command))
    if (!(await give({ do: 'changeMeeting', topic: title, topicId: id ?? null }))) return null
    const item = questions.length > 0 ? itemForQuestions(agenda) : null
    const guide = questions.join('\n')
    if (item && !(await give({ do: 'putAgendaItem', item: { ...item, guide } }))) return null
    return `/meetings/${unit()}/${record}`
  }

  /** Puts it into the plan that somebody has begun, or begins one; what else was typed there stays. */
  async function putIntoPlan({ title, id = '', questions }: Chosen) {
    const own = rule.value?.kind === 'schedule' ? rule.value : null
    const later = asked() !== undefined && month.value > today.slice(0, 7)
    const form = {
      ...begun.value,
      ...{ type: 'thematic', topic: title, topicId: id, guide: questions.join('\n') },
      ...(later ? { when: nextRegular(`${month.value}-01`, own, ruleset).startsAt } : {}),
    }
    const kept = await act(async () => {
      await commands.keepForm(planKey(unit()), form)
      return { ok: true as const }
    })
    return kept ? `/meetings/${unit()}/plan` : null
  }
  return { ready, rows, today, next, month, meeting, plans, busy, problem, choose }
}

/** Why a topic is proposed, in one line. */
export const reasonsText = (reasons: readonly Reason[]): string =>
  t('why', { reasons: reasons.map(reasonText).join('; ') })

function reasonText(reason: Reason): string {
  switch (reason.why) {
    case 'season':
      return t('why.season', { month: String(Number(reason.month.slice(5))) })
    case 'never':
      return t('why.never')
    case 'longAgo':
      return t('why.longAgo', { month: monthText(reason.last) })
    case 'groupRests':
      return t('why.groupRests', { n: TOPIC_RESTS.value.months })
    case 'treatedLast':
      return t('why.treatedLast', { month: monthText(reason.last) })
    default:
      return reason satisfies never
  }
}
