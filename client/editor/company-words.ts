import type { PresentView } from '#client/data/views.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import { givenName } from '#client/i18n/names.ts'
import { say } from './words.ts'

/** What is said of those who write in the same text at this moment: who they are, and where each of them is. */
export type CompanyWords = { who: string; where: readonly string[] }

export type Around = {
  me: PersonId
  /** Everybody this phone knows; a name never comes from the message. */
  people: readonly RosterPerson[]
  /** First words of a part by its name; null when it is not here, or has none. */
  wordsAt: (name: string) => string | null
}

/** With more than so many, where each of them is would fill the screen of a small phone. */
const MOST_PLACES = 2
const MOST_NAMES = 4

/** Null when nobody else is there. */
export function companyWords(others: readonly PresentView[], around: Around): CompanyWords | null {
  if (others.length === 0) return null
  const foreign = others.filter(({ person }) => person !== around.me)
  if (foreign.length === 0) return { who: say('company.me'), where: [] }
  const people = [...new Set(foreign.map(({ person }) => person))]
  const names = people.slice(0, MOST_NAMES).map((person) => called(person, around.people))
  const more = people.length - names.length
  const known = asBeginning(names.join(', '))
  const who =
    more > 0 ? say('company.more', { names: known, n: more }) : say('company.some', { names: known })
  if (people.length > MOST_PLACES) return { who, where: [] }
  const where = foreign.flatMap(({ person, at }) => {
    const words = at === undefined ? null : around.wordsAt(at)
    return words === null
      ? []
      : [say('company.at', { name: asBeginning(called(person, around.people)), words })]
  })
  return { who, where }
}

/** By the given name, as everybody is called; in full where two are called alike. */
function called(person: PersonId, people: readonly RosterPerson[]): string {
  const name = people.find(({ id }) => id === person)?.name
  if (name === undefined) return say('somebody')
  const namesakes = new Set(people.filter((p) => givenName(p.name) === givenName(name)).map(({ id }) => id))
  return say('company.name', { name: namesakes.size > 1 ? name : givenName(name) })
}

const asBeginning = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const MOST_WORDS = 28

/** The first words of a text, cut where a word ends. */
export function firstWords(text: string): string | null {
  const line = text.trim().replace(/\s+/gu, ' ')
  if (line === '') return null
  if (line.length <= MOST_WORDS) return line
  const space = line.lastIndexOf(' ', MOST_WORDS)
  return `${line.slice(0, space > 0 ? space : MOST_WORDS).trim()}…`
}
