import { computed, watchEffect, type ComputedRef } from 'vue'
import { useOnline } from '#client/data/commands.ts'
import { useQueries } from '#client/data/queries.ts'
import type { PutIn } from '#shared/papers/names.ts'
import type { Seal } from '#shared/records/adoption.ts'
import type { AttachmentRef } from '#shared/records/attachment.ts'
import type { PersonId, RecordId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { meetingMinutes } from '#client/i18n/vi/meeting-minutes.ts'
import { wordsOf } from '#client/i18n/words.ts'
import type { MeetingRead } from '#client/features/meetings/running/use-meeting.ts'

const t = wordsOf('meetingMinutes', meetingMinutes)

type Of = {
  scope: () => ScopeId
  record: () => RecordId
  meeting: () => Meeting | null | undefined
  /** Signed texts, whose names as printed come first. */
  seals: () => readonly (Seal | undefined)[]
  /** By roster and guest list. */
  nameOf: (person: PersonId) => string
  isKnown: (person: PersonId) => boolean
}

/**
 * [V11, Y15] What is put in where a text of a meeting is read: names as they were printed, else as the roster has them, and
 * the words of self-criticism. What is not on this phone is fetched, each once; without a network it is said.
 */
export function usePutIn({ scope, record, meeting, seals, nameOf, isKnown }: Of): ComputedRef<PutIn> {
  const online = useOnline()
  const names = computed(() => seals().flatMap((seal) => seal?.names ?? []))
  const words = computed(() => (meeting()?.selfCriticism ?? []).flatMap((one) => one.words ?? []))
  const ids = () => [...words.value, ...names.value.map(({ name }) => name)].map(({ id }) => id)
  const here = useQueries().wordsBeside(scope, ids)

  const asked = new Set<string>()
  watchEffect(() => {
    const found = here.value
    if (!found) return
    const namesWanted = names.value.flatMap(({ person, name }) => (isKnown(person) ? [] : [name]))
    const wanted = [...words.value, ...namesWanted].filter(({ id }) => !found.has(id) && !asked.has(id))
    for (const { id } of wanted) asked.add(id)
    void fetchEach(wanted)
  })
  async function fetchEach(wanted: readonly AttachmentRef[]): Promise<void> {
    for (const ref of wanted)
      await online.fetchAttachment({ scope: scope(), record: record(), kind: 'meeting' }, ref)
  }

  return computed(() => ({
    nameOf(person) {
      const printed = names.value.find((one) => one.person === person)
      return (printed && here.value?.get(printed.name.id)) ?? nameOf(person)
    },
    wordsOf(id) {
      if (!words.value.some((one) => one.id === id)) return t('wordsErased')
      return here.value?.get(id) ?? t('wordsNotHere')
    },
  }))
}

/** The same for a page that has its meeting open. */
export const usePutInHere = (
  { scope, record, meeting, nameOf, isKnown }: MeetingRead,
  sealed: () => Seal | undefined = () => undefined,
): ComputedRef<PutIn> =>
  usePutIn({
    ...{ scope: () => scope.value, record, meeting: () => meeting.value },
    ...{ seals: () => [sealed()], nameOf, isKnown },
  })
