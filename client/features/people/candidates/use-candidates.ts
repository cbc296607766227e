import { computed } from 'vue'
import { useMe } from '#client/data/me.ts'
import { useQueries } from '#client/data/queries.ts'
import type { UnitId } from '#shared/records/ids.ts'
import type { CandidateRow } from '#shared/records/row.ts'
import { officeScope } from '#shared/records/scope.ts'
import { isAdmitted, missingOf } from '#shared/rules/candidates.ts'
import { may } from '#shared/rules/permissions.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { localDay } from '#client/i18n/dates.ts'
import { byGivenName } from '#client/i18n/names.ts'
import { peopleMatters } from '#client/i18n/vi/people-matters.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('peopleMatters', peopleMatters)

/** What a candidate's row looks like: how far he is, and what he lacks. */
export type CandidateView = CandidateRow & { isMember: boolean; missing: string | null; isReady: boolean }

/** The candidates of a cell, for whoever reads its office. */
export function useCandidates(unit: () => UnitId) {
  const me = useMe()
  const rows = useQueries().rows(() => officeScope(unit()), 'candidate')
  const roster = computed(() => me.rosterOf(unit()))
  const ruleset = computed(() => rulesetOn(localDay(Date.now())))
  const mayKeep = computed(() => may('keepCandidates', me.standingAt(unit())))

  function viewOf(row: CandidateRow): CandidateView {
    const isMember = isAdmitted(row.record, roster.value)
    const lacks = isMember || row.stage === 'stopped' ? [] : missingOf(row, ruleset.value)
    const what = lacks.map((step) => t(`missing.${step}`)).join(', ')
    const isReady = lacks.length === 0 && !isMember && row.stage !== 'voted' && row.stage !== 'stopped'
    return { ...row, isMember, isReady, missing: what === '' ? null : t('missing', { what }) }
  }
  /** Those on their way first, then who became a member or was put aside. */
  const listed = computed(() => {
    const all = (rows.value ?? []).flatMap((row) => (row.kind === 'candidate' ? [viewOf(row)] : []))
    const rank = ({ isMember, stage }: CandidateView) => (isMember ? 1 : stage === 'stopped' ? 2 : 0)
    return all.sort((a, b) => rank(a) - rank(b) || byGivenName(a, b))
  })
  return { me, roster, ruleset, mayKeep, listed, viewOf, reading: computed(() => rows.value === undefined) }
}
