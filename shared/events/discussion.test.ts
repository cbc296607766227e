import { describe, expect, it } from 'vitest'
import { RESOLUTION_STAGES, type Resolution } from '#shared/records/resolution.ts'
import { NAMES, Story, type Name } from './people.fixture.ts'
import { resolutionRules } from './resolution.ts'

const START = {
  ...{
    do: 'startResolution',
    title: 'Nghị quyết tháng 12',
    month: '2026-12',
    template: 'monthly',
    schema: 1,
  },
}
const ANCHOR = {
  part: '17:4',
  stretch: { from: 'AAEC', to: 'AAED' },
  words: 'trước ngày 20/12',
}
const comment = (id = 'comment-1', text = 'Nên ghi rõ ai chủ trì.') => ({
  ...{ do: 'remark', id, anchor: ANCHOR, says: { is: 'comment', text } },
})
const proposal = (id = 'proposal-1', more: object = {}) => ({
  do: 'remark',
  id,
  anchor: ANCHOR,
  says: {
    ...{ is: 'proposal', way: 'replace', wording: 'trước ngày 25/12' },
    before: 'Hoàn thành tuyến đường ',
    behind: '.',
    ...more,
  },
})
const accept = { do: 'acceptProposal', remark: 'proposal-1' }
const decline = { do: 'declineProposal', remark: 'proposal-1', why: 'Vụ thu hoạch xong sớm.' }

function shown(stage: Resolution['stage'] | 'binned' | 'nothing' = 'comments'): Story<Resolution> {
  const story = new Story<Resolution>('resolution')
  if (stage === 'nothing') return story
  story.does('an', START)
  if (stage !== 'draft') story.does('an', { do: 'moveResolution', to: 'comments' })
  if (stage === 'ready' || stage === 'adopted') story.happened('stageMoved', { to: stage })
  if (stage === 'binned') story.does('an', { do: 'binResolution' })
  return story
}
function withProposal(stage?: Parameters<typeof shown>[0]): Story<Resolution> {
  const story = shown(stage)
  if (stage !== 'nothing') story.happened('remarkMade', saidBy(proposal()), 'dung')
  return story
}
const saidBy = ({ id, anchor, says }: ReturnType<typeof proposal>) => ({ id, anchor, says })

describe('saying something about a draft', () => {
  it('[C1] [C2] Dũng comments once the draft was shown to the cell, with its place and its words', () => {
    const story = shown('draft')
    expect(story.does('dung', comment())).toBe('notInThisState')
    story.does('an', { do: 'moveResolution', to: 'comments' })
    expect(story.does('dung', comment())).toBe('remarkMade')
    expect(story.state?.remarks).toMatchObject([
      { by: 'dung-person', anchor: ANCHOR, says: { text: 'Nên ghi rõ ai chủ trì.' }, outcome: null },
    ])
  })

  it('[C1] Cúc, who writes it, does so from the start', () => {
    const story = shown('draft')
    expect(story.does('cuc', comment())).toBe('remarkMade')
    story.does('an', { do: 'setDraftingGroup', draftingGroup: { who: 'named', people: ['dung-person'] } })
    expect(story.does('dung', comment('comment-2'))).toBe('remarkMade')
    expect(story.does('cuc', comment('comment-3'))).toBe('notInThisState')
  })

  it('[C1] written offline, it counts wherever the draft has gone meanwhile', () => {
    for (const stage of ['ready', 'adopted', 'binned'] as const)
      expect(shown(stage).does('dung', comment()), stage).toBe('remarkMade')
    const back = shown('ready')
    back.does('an', { do: 'moveResolution', to: 'draft' })
    expect(back.does('dung', comment())).toBe('remarkMade')
  })

  it('[R7] the same again changes nothing; the same id by somebody else is another matter', () => {
    const story = shown()
    story.does('dung', comment())
    expect(story.does('dung', comment())).toBe('')
    expect(story.does('cuc', comment())).toBe('alreadyExists')
  })

  it('[C9] blank, too long, or with a place that is none, it is malformed', () => {
    const story = shown()
    const bad = [
      comment('comment-1', ' \n '),
      comment('comment-1', 'a'.repeat(2_001)),
      proposal('proposal-1', { wording: 'a'.repeat(4_001) }),
      { ...comment(), anchor: { ...ANCHOR, part: '__proto__' } },
      { ...comment(), anchor: { ...ANCHOR, stretch: { from: 'A'.repeat(65), to: 'AAED' } } },
    ]
    for (const command of bad) expect(story.does('dung', command)).toBe('malformed')
    expect(story.does('dung', comment('comment-1', 'a'.repeat(2_000)))).toBe('remarkMade')
  })

  it('[C9] a thousand are enough', () => {
    const story = shown()
    for (let i = 0; i < 1_000; i++) story.happened('remarkMade', saidBy(proposal(`proposal-${i}`)), 'dung')
    expect(story.does('dung', comment())).toBe('tooLarge')
  })

  it('is answered, once for each answer', () => {
    const story = shown()
    story.does('dung', comment())
    const answer = { do: 'answerRemark', remark: 'comment-1', id: 'answer-01', text: 'Đ/c Hùng chủ trì.' }
    expect(story.does('an', answer)).toBe('remarkAnswered')
    expect(story.does('an', answer)).toBe('')
    expect(story.does('an', { ...answer, remark: 'comment-9' })).toBe('notFound')
    expect(story.state?.remarks[0]?.answers).toMatchObject([{ by: 'an-person', text: 'Đ/c Hùng chủ trì.' }])
  })
})

describe('deciding', () => {
  it('[P26] [C5] An accepts; Bình, who came later, is told, whatever he decides', () => {
    const story = withProposal()
    expect(story.does('an', accept)).toBe('remarkClosed')
    expect(story.state?.remarks[0]?.outcome).toMatchObject({ is: 'accepted', by: 'an-person' })
    expect(story.does('binh', decline)).toBe('alreadyDecided')
    expect(story.does('binh', accept)).toBe('alreadyDecided')
    expect(story.does('dung', { do: 'withdrawRemark', remark: 'proposal-1' })).toBe('alreadyDecided')
  })

  it('[C5] [C8] declining, taking back and settling twice change nothing', () => {
    const declined = withProposal()
    expect(declined.does('an', decline)).toBe('remarkClosed')
    expect(declined.does('binh', { ...decline, why: undefined })).toBe('')
    expect(declined.state?.remarks[0]?.outcome).toMatchObject({ is: 'declined', why: decline.why })
    expect(declined.does('binh', accept)).toBe('alreadyDecided')

    const settled = shown()
    settled.does('dung', comment())
    expect(settled.does('an', { do: 'settleComment', remark: 'comment-1' })).toBe('remarkClosed')
    expect(settled.does('binh', { do: 'settleComment', remark: 'comment-1' })).toBe('')

    const back = withProposal()
    expect(back.does('dung', { do: 'withdrawRemark', remark: 'proposal-1' })).toBe('remarkClosed')
    expect(back.does('dung', { do: 'withdrawRemark', remark: 'proposal-1' })).toBe('')
    expect(back.does('an', accept)).toBe('alreadyDecided')
  })

  it('a comment is settled, a proposal decided, never the other way round', () => {
    const story = withProposal()
    story.does('dung', comment())
    expect(story.does('an', { ...accept, remark: 'comment-1' })).toBe('notInThisState')
    expect(story.does('an', { ...decline, remark: 'comment-1' })).toBe('notInThisState')
    expect(story.does('an', { do: 'settleComment', remark: 'proposal-1' })).toBe('notInThisState')
  })

  it('its row counts what is open and tells those who proposed what was decided', () => {
    const story = withProposal()
    story.does('dung', comment())
    const row = () => resolutionRules.project('record-0001', story.state as Resolution, 7, null)
    expect(row()).toMatchObject({ shown: true, openRemarks: 2, decided: [] })
    story.does('an', accept)
    expect(row()).toMatchObject({
      openRemarks: 1,
      decided: [{ id: 'proposal-1', by: 'dung-person', is: 'accepted' }],
    })
  })
})

describe('every command of a discussion in every stage by everybody [P25–P28]', () => {
  const COMMANDS: Record<string, object> = {
    comment: comment('comment-7'),
    answer: { do: 'answerRemark', remark: 'proposal-1', id: 'answer-01', text: 'Đồng ý.' },
    withdraw: { do: 'withdrawRemark', remark: 'proposal-1' },
    accept,
    decline,
  }
  const EVERYBODY: readonly Name[] = ['an', 'binh', 'cuc', 'dung']
  const DRAFTERS: readonly Name[] = ['an', 'binh', 'cuc']
  /** Who may, and what those hear in: nothing, draft, comments, ready, adopted, binned. */
  const TABLE: Record<string, [who: readonly Name[], outcome: string]> = {
    comment: [EVERYBODY, 'notFound ok ok ok ok ok'],
    answer: [EVERYBODY, 'notFound ok ok ok ok ok'],
    withdraw: [['dung'], 'notFound ok ok ok ok ok'],
    accept: [DRAFTERS, 'notFound ok ok ok documentClosed documentClosed'],
    decline: [DRAFTERS, 'notFound ok ok ok ok ok'],
  }
  const STATES = ['nothing', ...RESOLUTION_STAGES, 'binned'] as const
  const cases = Object.keys(COMMANDS).flatMap((command) =>
    STATES.map((state, i) => [command, state, i] as const),
  )
  it.each(cases)('%s when %s', (command, state, i) => {
    const [who, outcomes] = TABLE[command] ?? [[], '']
    for (const name of NAMES) {
      const decision = withProposal(state).asks(name, COMMANDS[command])
      const told = decision.ok ? 'ok' : decision.refusal
      const early = state === 'draft' && name === 'dung' && (command === 'comment' || command === 'answer')
      const mine = early ? 'notInThisState' : (outcomes.split(' ')[i] ?? '')
      const without = name === 'son' && (command === 'comment' || command === 'answer')
      const not = without ? 'suspended' : 'notAllowed'
      expect(told, name).toBe(state === 'nothing' ? 'notFound' : who.includes(name) ? mine : not)
    }
  })
})
