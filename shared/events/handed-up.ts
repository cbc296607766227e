import * as v from 'valibot'
import { SIGNER_POSTS } from '#shared/records/adoption.ts'
import { paperSchema } from '#shared/records/agenda.ts'
import { slugSchema } from '#shared/records/announcement.ts'
import { contentText } from '#shared/records/content.ts'
import { doneAt, whoseDeed } from '#shared/records/event.ts'
import {
  HANDED_TYPES,
  handedUpOf,
  type AnswerFromAbove,
  type HandedPaper,
  type HandedUp,
  type HandedUpFields,
  type HandOver,
} from '#shared/records/handed-up.ts'
import { idSchema as id } from '#shared/records/ids.ts'
import { daySchema, localTimeSchema } from '#shared/records/local-time.ts'
import { MEETING_TYPES } from '#shared/records/meeting.ts'
import { MOST_VERSION_LETTERS, versionContentSchema } from '#shared/records/named-version.ts'
import { personNameSchema } from '#shared/records/person.ts'
import { monthSchema } from '#shared/records/resolution.ts'
import { oneLine } from '#shared/records/words.ts'
import { mostBytesOf } from '#shared/rules/attachment-size.ts'
import { may } from '#shared/rules/permissions.ts'
import { bearsSecrecyMarking, commandBearsMarking } from '#shared/rules/secrecy-marking.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'
import { no, yes, type Decision, type RecordKindRules } from './kind.ts'

/** Most of one meeting: who hands up more often does something else. */
const MOST_VERSIONS = 50
const MOST_PAPERS = 20
const MOST_LOOKS = 2_000

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const title = oneLine(200)
/** As the roster of his committee has it, which the cell does not read. */
const name = v.exactOptional(personNameSchema)

const handUpSchema = v.object({
  do: v.literal('handUp'),
  id,
  meeting: id,
  notice: v.object({
    type: v.picklist(MEETING_TYPES),
    month: monthSchema,
    topic: v.exactOptional(title),
    startsAt: localTimeSchema,
    place: oneLine(160),
    minutes: whole(10, 600),
    cancelled: v.exactOptional(v.literal(true)),
  }),
  agenda: v.pipe(
    v.array(
      v.object({
        id,
        title,
        presenter: v.exactOptional(id),
        minutes: whole(0, 240),
        papers: v.exactOptional(v.pipe(v.array(paperSchema), v.maxLength(10))),
      }),
    ),
    v.maxLength(100),
  ),
  drafts: v.pipe(v.array(v.object({ record: id, title, content: versionContentSchema })), v.maxLength(5)),
})
const handUpPaperSchema = v.object({
  do: v.literal('handUpPaper'),
  meeting: id,
  record: id,
  title,
  type: v.picklist(HANDED_TYPES),
  number: v.exactOptional(
    v.object({ no: whole(1, 999), term: v.pipe(v.string(), v.regex(/^20\d\d-20\d\d$/)) }),
  ),
  content: versionContentSchema,
  signers: v.pipe(
    v.array(v.object({ person: id, post: v.picklist(SIGNER_POSTS) })),
    v.minLength(1),
    v.maxLength(3),
  ),
  signedOn: daySchema,
  slug: slugSchema,
  chain: v.exactOptional(
    v.object({ count: whole(1, 100_000), chain: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  ),
})
const handedUpCommandSchema = v.variant('do', [
  handUpSchema,
  handUpPaperSchema,
  v.object({
    do: v.literal('answerFromAbove'),
    version: id,
    coming: v.boolean(),
    word: v.exactOptional(oneLine(300)),
    name,
  }),
  v.object({ do: v.literal('seeHandedUp'), what: id, name }),
])
export type HandedUpCommand = v.InferOutput<typeof handedUpCommandSchema>
type HandUp = v.InferOutput<typeof handUpSchema>
type HandUpPaper = v.InferOutput<typeof handUpPaperSchema>

type Facts = {
  handedUp: Omit<HandUp, 'do'>
  paperHandedUp: Omit<HandUpPaper, 'do'>
  answeredFromAbove: Omit<AnswerFromAbove, 'at'> & { name?: string }
  handedUpSeen: { what: string; name?: string }
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

/** What a cell hands up of a meeting, and what comes back down: one record a meeting, in the bridge between them [Z1]. */
export const handedUpRules: RecordKindRules<HandedUp> = {
  kind: 'handedUp',
  livesIn: 'bridge',
  hasDocument: false,

  decide(state, raw, { record, standing, ruleset }): Decision {
    const parsed = v.safeParse(handedUpCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    switch (command.do) {
      case 'handUp':
      case 'handUpPaper':
        if (!may('handUp', standing)) return no('notAllowed')
        if (record !== handedUpOf(command.meeting)) return no('malformed')
        return command.do === 'handUp' ? decideHandUp(state, command, ruleset) : decidePaper(state, command)
      case 'answerFromAbove': {
        if (!may('answerFromAbove', standing)) return no('notAllowed')
        const { do: _, ...answer } = command
        if (!state?.versions.some((one) => one.id === answer.version)) return no('notFound')
        return isSameAnswer(state.answers[standing.person], answer)
          ? yes()
          : yes(event('answeredFromAbove', answer))
      }
      case 'seeHandedUp': {
        if (!may('seeHandedUp', standing)) return no('notAllowed')
        const { do: _, ...look } = command
        if (!state || !isThere(state, look.what)) return no('notFound')
        const known = state.looks.some(({ what, person }) => what === look.what && person === standing.person)
        return known || state.looks.length >= MOST_LOOKS ? yes() : yes(event('handedUpSeen', look))
      }
      default:
        return command satisfies never
    }
  },

  fold(state, e) {
    const [by, at] = [whoseDeed(e), doneAt(e)]
    switch (e.type) {
      case 'handedUp': {
        const { meeting, ...handed } = e.data as Facts['handedUp']
        const begun = state ?? nothingOf(meeting)
        return { ...begun, versions: [...begun.versions, { ...handed, by, at }] }
      }
      case 'paperHandedUp': {
        const { meeting, ...paper } = e.data as Facts['paperHandedUp']
        const begun = state ?? nothingOf(meeting)
        const others = begun.sealed.filter((one) => one.record !== paper.record)
        return { ...begun, sealed: [...others, { ...paper, by, at }] }
      }
      case 'answeredFromAbove': {
        if (!state) return state
        const { name, ...answer } = e.data as Facts['answeredFromAbove']
        return { ...named(state, by, name), answers: { ...state.answers, [by]: { ...answer, at } } }
      }
      case 'handedUpSeen': {
        if (!state) return state
        const { name, what } = e.data as Facts['handedUpSeen']
        return { ...named(state, by, name), looks: [...state.looks, { person: by, what, at }] }
      }
      default:
        return state
    }
  },

  project: (record, state, changedAt) => ({ kind: 'handedUp', record, changedAt, ...rowFields(state) }),

  writingRefusal: () => 'notFound',

  attachments: ({ versions }) =>
    versions.flatMap(({ agenda }) => agenda.flatMap(({ papers = [] }) => papers.map(({ file }) => file))),
}

function decideHandUp(state: HandedUp | null, command: HandUp, ruleset: Ruleset): Decision {
  const { do: _, drafts, ...told } = command
  const letters = drafts.reduce((sum, { content }) => sum + JSON.stringify(content).length, 0)
  const isLarge = told.agenda.some(({ papers = [] }) =>
    papers.some(({ file }) => file.size > mostBytesOf(file.media, ruleset)),
  )
  if (letters > MOST_VERSION_LETTERS || isLarge) return no('tooLarge')
  // [Z3] Said by name before it is sent; here it is the last word.
  const titles = drafts.map((draft) => draft.title)
  const isMarked = drafts.some(({ content }) => bearsSecrecyMarking(contentText(content)))
  if (isMarked || commandBearsMarking({ told, titles })) return no('secrecyMarking')
  const shown = state?.versions.at(-1)
  if (state?.versions.some((one) => one.id === command.id)) return yes()
  if (shown && isSameHandOver(shown, command)) return yes()
  if ((state?.versions.length ?? 0) >= MOST_VERSIONS) return no('tooLarge')
  return yes(event('handedUp', { ...told, drafts }))
}

/** [Z5] What was signed goes up once and whole; only its number may follow. */
function decidePaper(state: HandedUp | null, command: HandUpPaper): Decision {
  const { do: _, ...paper } = command
  if (bearsSecrecyMarking(contentText(paper.content)) || bearsSecrecyMarking(paper.title))
    return no('secrecyMarking')
  const known = state?.sealed.find(({ record }) => record === paper.record)
  if (!known) return (state?.sealed.length ?? 0) >= MOST_PAPERS ? no('tooLarge') : yes(handed(paper))
  if (JSON.stringify(known.content) !== JSON.stringify(paper.content)) return no('alreadySigned')
  return paper.number === undefined || JSON.stringify(known.number) === JSON.stringify(paper.number)
    ? yes()
    : yes(handed(paper))
}

const handed = (paper: Facts['paperHandedUp']) => event('paperHandedUp', paper)
const nothingOf = (meeting: string): HandedUp => ({
  ...{ meeting, versions: [], sealed: [], answers: {}, looks: [], names: {} },
})
const named = (state: HandedUp, person: string, name: string | undefined): HandedUp =>
  name === undefined ? state : { ...state, names: { ...state.names, [person]: name } }
const isThere = ({ versions, sealed }: HandedUp, what: string): boolean =>
  versions.some(({ id }) => id === what) || sealed.some(({ record }) => record === what)

/** [Z2] Whether the last handing up says the same, whoever handed it up and when. */
const isSameHandOver = (
  a: Pick<HandOver, 'notice' | 'agenda' | 'drafts'>,
  b: Pick<HandOver, 'notice' | 'agenda' | 'drafts'>,
): boolean =>
  JSON.stringify([a.notice, a.agenda, a.drafts]) === JSON.stringify([b.notice, b.agenda, b.drafts])

const isSameAnswer = (known: AnswerFromAbove | undefined, answer: Omit<AnswerFromAbove, 'at'>): boolean =>
  known?.coming === answer.coming && known.word === answer.word && known.version === answer.version

function rowFields({ meeting, versions, sealed, answers, looks }: HandedUp): HandedUpFields {
  const last = versions.at(-1)
  const said = Object.entries(answers).map(([person, { coming }]) => [person, coming] as const)
  return {
    meeting,
    ...(last ? { shown: shownOf(last, versions.length) } : {}),
    sealed: sealed.map(inRow),
    answers: Object.fromEntries(said),
    looks: looks.map(({ person, what }) => ({ person, what })),
  }
}

const shownOf = ({ id, notice, agenda, drafts, at }: HandOver, nth: number) => ({
  ...notice,
  ...{ id, nth, at, items: agenda.length, drafts: drafts.length },
  papers: agenda.reduce((sum, { papers = [] }) => sum + papers.length, 0),
})

const inRow = ({ record, title, type, number, signedOn }: HandedPaper) => ({
  ...{ record, title, type, signedOn },
  ...(number === undefined ? {} : { number }),
})
