import type { Duty, Status } from '#shared/records/person.ts'
import { birthYearIn, dutyIn, isHeader, statusIn } from '#client/i18n/list-words.ts'
import { plain } from '#client/i18n/names.ts'

/** As long as a roster takes. */
const LONGEST_NAME = 80

export type PastedPerson = { name: string; status: Status; duties: Duty[]; birthYear?: number }
export type BadLine = 'noName' | 'unknownWord' | 'alreadyThere' | 'twice' | 'dutyNotYours' | 'tooMany'
export type PastedLine =
  | { line: number; text: string; person: PastedPerson }
  | { line: number; text: string; bad: BadLine; word: string }

export type PasteRules = {
  known: readonly { name: string; birthYear?: number }[]
  /** Duties are named by the commune; whoever may not name them pastes names and statuses only. */
  mayNameDuties: boolean
  /** How many people one command carries. */
  most: number
}

/**
 * Reads a pasted list, one person a line: the name, then in any order status, duty and birth year, parted by tabs,
 * commas or semicolons. Numbers before a name and a heading line are left out; a line that is not understood says why.
 */
export function readPasted(pasted: string, rules: PasteRules): PastedLine[] {
  const taken = new Set(rules.known.map(identity))
  const namesHere = new Set<string>()
  const lines: PastedLine[] = []
  let good = 0
  pasted
    .normalize('NFC')
    .split(/\r\n?|\n/u)
    .forEach((text, i) => {
      const cells = cellsOf(text)
      if (cells.length === 0 || cells.every(isHeader) || isHeader(cells[0] ?? '')) return
      const read = readLine(cells, rules.mayNameDuties)
      const line = { line: i + 1, text: text.trim() }
      if ('bad' in read) return void lines.push({ ...line, ...read })
      const id = identity(read)
      const bad = taken.has(id)
        ? 'alreadyThere'
        : namesHere.has(id)
          ? 'twice'
          : good >= rules.most
            ? 'tooMany'
            : null
      if (bad) return void lines.push({ ...line, bad, word: read.name })
      namesHere.add(id)
      good += 1
      lines.push({ ...line, person: read })
    })
  return lines
}

function cellsOf(text: string): string[] {
  const cells = text
    .split(/[\t;,]/u)
    .map((cell) => cell.replace(/\s+/gu, ' ').trim())
    .filter((cell) => cell !== '')
  const [first = '', ...rest] = cells
  const unnumbered = first.replace(/^\d{1,3}\s*[.):-]?\s*/u, '')
  return unnumbered === '' ? rest : [unnumbered, ...rest]
}

function readLine(
  [name = '', ...about]: readonly string[],
  mayNameDuties: boolean,
): PastedPerson | { bad: BadLine; word: string } {
  if (!looksLikeAName(name)) return { bad: 'noName', word: name }
  const person: PastedPerson = { name, status: 'official', duties: [] }
  for (const word of about) {
    const [status, duty, birthYear] = [statusIn(word), dutyIn(word), birthYearIn(word)]
    if (status) person.status = status
    else if (birthYear) person.birthYear = birthYear
    else if (duty && !mayNameDuties) return { bad: 'dutyNotYours', word }
    else if (duty) person.duties.push(duty)
    else return { bad: 'unknownWord', word }
  }
  return person
}

/** At least two words of letters: a family name and a given name. */
function looksLikeAName(name: string): boolean {
  const words = name.split(' ')
  const lettered = words.every((word) => /^[\p{L}\p{M}.'’-]+$/u.test(word))
  return words.length >= 2 && lettered && name.length <= LONGEST_NAME
}

const identity = (p: { name: string; birthYear?: number | undefined }): string =>
  `${plain(p.name).replace(/\s+/gu, ' ').trim()} ${p.birthYear ?? ''}`
