import { computed, ref, type Ref } from 'vue'
import { minutesOf } from '#shared/records/minutes.ts'
import type { VoteAbout } from '#shared/records/vote.ts'
import { currentItem } from '#shared/rules/meeting/course.ts'
import { openPersonVote, personOfItem } from '#shared/rules/meeting/people-vote.ts'
import { meetingRunning } from '#client/i18n/vi/meeting-running.ts'
import { wordsOf } from '#client/i18n/words.ts'
import { usePeopleChoice, type PeopleChoice } from '#client/features/meetings/people/use-people-choice.ts'
import { useTextsToVote } from './texts-to-vote.ts'
import { useMeeting } from './use-meeting.ts'

const t = wordsOf('meetingRunning', meetingRunning)

/** What is put to the vote: a draft, a matter of a person from the agenda or chosen here, or what every meeting votes on. */
export function useVoteAbout() {
  const { record, meeting, nameOf } = useMeeting()
  const { aboutOf } = usePeopleChoice()
  const texts = useTextsToVote()
  const what = ref('')
  const other = ref('')
  const someone: Ref<PeopleChoice> = ref({ matter: '', person: '' })

  const items = computed(() =>
    (meeting.value?.agenda ?? []).flatMap((item) => {
      const about = personOfItem(item)
      return about ? [{ id: item.id, title: item.title, about }] : []
    }),
  )
  const choices = computed(() => [
    ...texts.value.map(({ record: value, title }) => ({ value, label: t('about.text', { title }) })),
    ...items.value.map(({ id: value, title: label }) => ({ value, label })),
    ...(['agenda', 'score', 'minutes', 'other'] as const).map((value) => ({
      value: value as string,
      label: t(`about.${value}`),
    })),
    { value: 'person', label: t('votePerson') },
  ])
  const asText = computed(() => texts.value.find(({ record: id }) => id === what.value) ?? null)
  const about = computed((): VoteAbout | null => {
    if (asText.value) return { what: 'text', record: asText.value.record }
    const item = items.value.find(({ id }) => id === what.value)
    if (item) return item.about
    if (what.value === 'person') return aboutOf(someone.value)
    if (what.value === 'minutes') return { what: 'minutes', record: minutesOf(record()) }
    if (what.value === 'agenda' || what.value === 'score') return { what: what.value }
    return other.value.trim() === '' ? null : { what: 'other', text: other.value.trim() }
  })
  /** [O8] Whose vote is to be counted before the next person comes; null: nobody's, or the question is about no person. */
  const waitsFor = computed(() => {
    const isPerson = what.value === 'person' || about.value?.what === 'person'
    const open = isPerson && meeting.value ? openPersonVote(meeting.value) : null
    return open?.about.what === 'person' ? (open.about.name ?? nameOf(open.about.person)) : null
  })

  /** What the item everybody is at brings along. */
  function begin(): void {
    const state = meeting.value
    const item = state?.agenda.find(({ id }) => id === currentItem(state))
    const own = item && (item.part === 'agenda' || item.part === 'minutes' || item.part === 'score')
    if (own) what.value = item.part
    else if (item && personOfItem(item)) what.value = item.id
    else if (item?.part === 'people') what.value = items.value[0]?.id ?? 'person'
    else what.value = item?.text ?? texts.value[0]?.record ?? 'other'
  }
  function reset(): void {
    other.value = ''
    someone.value = { matter: '', person: '' }
  }
  return { what, other, someone, choices, asText, about, waitsFor, begin, reset }
}
