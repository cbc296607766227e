import { expect, it } from 'vitest'
import { NAMES } from './people.fixture.ts'
import { Office, QUESTION } from './opinion.fixture.ts'

/** How an opinion of Dũng's comes into each state; Cúc is who it is assigned to. */
const ASSIGN = { do: 'assignOpinion', to: 'cuc-person' }
const ANSWER = { do: 'answerOpinion', id: 'answer-01', text: 'Tháng 2.' }
const TELL = { do: 'tellAsker', how: 'spoken' }
const WAYS: Readonly<Record<string, readonly object[]>> = {
  received: [],
  opened: [{ do: 'openOpinion' }],
  assigned: [ASSIGN],
  forwarded: [{ do: 'forwardOpinion' }],
  answered: [ANSWER],
  told: [ANSWER, TELL],
  closed: [ANSWER, TELL, { do: 'closeOpinion' }],
}
const COMMANDS: readonly ({ do: string } & Record<string, string>)[] = [
  { do: 'openOpinion' },
  { do: 'assignOpinion', to: 'binh-person' },
  { do: 'answerOpinion', id: 'answer-02', text: 'Tháng 3.' },
  { do: 'forwardOpinion' },
  { do: 'tellAsker', how: 'read' },
  { do: 'tellAsker', how: 'printed' },
  { do: 'closeOpinion' },
  { do: 'reopenOpinion', reason: 'Chưa rõ.' },
  { do: 'joinOpinion', to: 'opinion-2' },
  { do: 'noteOnAgenda', meeting: 'meeting-0001', item: 'item-0001' },
]

/** Who does it (+), for whom it is nothing new (=), for whom it is not in this state (-); nobody else is allowed. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  openOpinion: [
    '+an +binh +cuc',
    '=an =binh =cuc',
    '=an =binh =cuc',
    '=an =binh =cuc',
    '=an =binh =cuc',
    '=an =binh =cuc',
    '=an =binh =cuc',
  ],
  assignOpinion: [
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '-an -binh -cuc',
    '-an -binh -cuc',
    '-an -binh -cuc',
    '-an -binh -cuc',
  ],
  answerOpinion: [
    '+an +binh',
    '+an +binh',
    '+an +binh +cuc',
    '-an -binh',
    '+an +binh',
    '+an +binh',
    '-an -binh',
  ],
  forwardOpinion: ['+an +binh', '+an +binh', '+an +binh', '=an =binh', '-an -binh', '-an -binh', '-an -binh'],
  'tellAsker read': ['-dung', '-dung', '-dung', '-dung', '+dung', '=dung', '-dung'],
  'tellAsker printed': [
    '-an -binh -cuc -dung',
    '-an -binh -cuc -dung',
    '-an -binh -cuc -dung',
    '-an -binh -cuc -dung',
    '+an +binh +cuc +dung',
    '=an =binh =cuc =dung',
    '-an -binh -cuc -dung',
  ],
  closeOpinion: [
    '-an -binh -cuc +dung',
    '-an -binh -cuc +dung',
    '-an -binh -cuc +dung',
    '-an -binh -cuc +dung',
    '-an -binh -cuc +dung',
    '+an +binh +cuc +dung',
    '=an =binh =cuc =dung',
  ],
  reopenOpinion: ['-dung', '-dung', '-dung', '-dung', '+dung', '+dung', '+dung'],
  joinOpinion: [
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '-an -binh -cuc',
  ],
  noteOnAgenda: [
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '+an +binh +cuc',
    '-an -binh -cuc',
  ],
}

it('[I2] [I10] every state, every command, everybody: what is done, what is nothing new, what is refused and why', () => {
  const found: Record<string, string[]> = {}
  for (const way of Object.values(WAYS))
    for (const command of COMMANDS) {
      const office = new Office()
      office.does('dung', QUESTION)
      office.does('binh', QUESTION, 'opinion-2')
      for (const step of way) office.does('an', step)
      const story = office.story('opinion-1')
      story.others.set('opinion-2', office.opinion('opinion-2'))
      const answers = NAMES.map((name) => {
        const decision = story.asks(name, command)
        if (!decision.ok)
          return decision.refusal === 'notAllowed'
            ? ''
            : `${decision.refusal === 'notInThisState' ? '-' : decision.refusal}${name}`
        return decision.events.length > 0 ? `+${name}` : `=${name}`
      })
      const how = command['how'] === undefined ? '' : ` ${command['how']}`
      const said = answers.filter((text) => text !== '').join(' ')
      found[`${command.do}${how}`] = [...(found[`${command.do}${how}`] ?? []), said]
    }
  expect(found).toEqual(EXPECTED)
})
