import type { Part } from '#shared/records/content.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { Vote, VoteAbout } from '#shared/records/vote.ts'
import { majorityIn } from '#shared/rules/meeting/people-vote.ts'
import { resultOf, type VoteResult } from '#shared/rules/meeting/vote-result.ts'
import { line, type Stretch } from './lines.ts'
import { peopleWords, type Language, type PeopleWords } from './people-words.ts'

type AboutPerson = Extract<VoteAbout, { what: 'person' }>

/**
 * [O10] What minutes say of a matter of one person: who and how it was voted, from whom it was counted and what was needed, what
 * follows. Nothing while nobody has counted.
 */
export function peopleModule(
  vote: Vote,
  about: AboutPerson,
  { meeting, language }: { meeting: Meeting; language: Language },
): readonly Part[] {
  const result = resultOf(vote, meeting)
  if (result.is === 'uncounted') return []
  const w = peopleWords(language)
  const { matter } = about
  const majority = majorityIn(meeting, matter)
  // V7 puts names in where a text is read; a candidate stands in no roster, so his stands here.
  const who: Stretch = about.name ?? { person: about.person }
  const counted = w.counted[majority.of](result)
  const needed = w.needed({ share: w.share(majority), n: result.needed })
  return [
    line([w.asks[matter][0], who, w.asks[matter][1], w.by(vote.form)], 'bullet'),
    line([`${counted}${needed}`]),
    line(outcome(result, w.follows[matter], { who, w })),
  ]
}

function outcome(
  result: VoteResult,
  [before, behind]: readonly [string, string],
  { who, w }: { who: Stretch; w: PeopleWords },
): readonly Stretch[] {
  switch (result.is) {
    case 'carried':
      return [before, who, behind]
    case 'cannotCarry':
      return [w.tooFew(result)]
    case 'disputed':
    case 'overcounted':
      return [w.unsettled]
    default:
      return [w.notCarried]
  }
}
