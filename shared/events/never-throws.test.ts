import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECORD_KINDS } from '#shared/records/event.ts'
import { NAMES, Story } from './people.fixture.ts'
import { rulesOf } from './registry.ts'

const NAMES_OF_COMMANDS = [
  ...['startResolution', 'renameResolution', 'setDraftingGroup', 'moveResolution', 'binResolution'],
  ...[
    'restoreResolution',
    'publishAnnouncement',
    'correctAnnouncement',
    'withdrawAnnouncement',
    'confirmReading',
  ],
  ...['remark', 'answerRemark', 'withdrawRemark', 'settleComment', 'acceptProposal', 'declineProposal'],
  ...['addCandidate', 'correctCandidate', 'setHelpers', 'noteCourse', 'moveCandidate'],
  ...['handUp', 'handUpPaper', 'answerFromAbove', 'seeHandedUp'],
  ...['raiseOpinion', 'openOpinion', 'assignOpinion', 'answerOpinion', 'forwardOpinion', 'joinOpinion'],
  ...['takeUpForwarded', 'assignForwarded', 'answerForwarded', 'returnForwarded'],
  ...['nameVersion', 'admitHeldWork', 'dismissHeldWork', 'putAwayKeptText', '__proto__'],
]
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('2026-12', 'a'.repeat(22), 'draft', 'ready'),
)
const notice = fc.record(
  { title: text, body: text, when: fc.constantFrom('2026-12-03', 'mai'), where: text },
  { requiredKeys: [] },
)
const group = fc.oneof(
  fc.record({ who: fc.constantFrom('committee', 'allMembers', 'nobody') }),
  fc.record({
    who: fc.constant('named'),
    people: fc.array(fc.constantFrom('dung-person', 'x'), { maxLength: 3 }),
  }),
)
const discussing = {
  id: fc.constantFrom('remark-01', 'remark-02', 'x'),
  remark: fc.constantFrom('remark-01', 'remark-02'),
  name: text,
  anchor: fc.constantFrom(null, { part: '1:2', words: 'a' }, { part: '__proto__', words: '' }),
  says: fc.constantFrom(
    { is: 'comment', text: 'Nên ghi rõ.' },
    { is: 'proposal', way: 'replace', wording: 'b', before: '', behind: '' },
    { is: '__proto__' },
  ),
  content: fc.constantFrom([], [{ part: 'block', kind: null, depth: 0, runs: [] }], [{ part: 'table' }]),
}
/** Commands that are nearly right, right, or any JSON at all. */
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        do: fc.constantFrom(...NAMES_OF_COMMANDS),
        title: text,
        month: fc.constantFrom('2026-12', '2026-13'),
        template: text,
        schema: fc.constantFrom(1, 0, 1.5),
        to: fc.constantFrom('draft', 'comments', 'ready', 'adopted', 'gone', 'helped', 'voted'),
        slug: fc.constantFrom('a'.repeat(22), 'b'),
        notice,
        draftingGroup: group,
        birthYear: fc.constantFrom(1999, 1, null),
        area: text,
        helpers: fc.array(fc.constantFrom('an-person', 'dung-person', 'x'), { maxLength: 3 }),
        course: fc.constantFrom(null, { attendedOn: '2026-05-01', certificate: true }, {}),
        ...discussing,
      },
      { requiredKeys: ['do'] },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)
const deeds = fc.array(fc.tuple(fc.constantFrom(...NAMES), command, fc.nat(400)), { maxLength: 40 })
const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const options = { seed: SEED, numRuns: 300 }

describe.each(RECORD_KINDS)(`%s, seed ${SEED}`, (kind) => {
  it('[S10] whatever is asked is decided without throwing, and what was accepted folds and shows', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const story = new Story(kind)
        for (const [name, asked, days] of list) {
          story.does(name, asked)
          story.days(days)
          if (story.state !== null) {
            const row = rulesOf(kind).project('record-0001', story.state, story.now, null)
            expect(JSON.parse(JSON.stringify(row))).toEqual(row)
          }
        }
      }),
      options,
    )
  })

  it('a history is folded the same way again, unknown events between', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const story = new Story(kind)
        for (const [name, asked] of list) story.does(name, asked)
        const again = new Story(kind)
        for (const { type, data } of story.events) {
          again.happened(type, data)
          again.happened('notKnownYet', data)
        }
        if (story.state === null) expect(again.state).toBeNull()
        else
          expect(Object.keys(again.state as object).sort()).toEqual(Object.keys(story.state as object).sort())
      }),
      options,
    )
  })
})
