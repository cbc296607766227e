import type { Sheet } from '#client/data/list-file.ts'
import { grouped } from './grouped.ts'
import { readList, type ReadList } from './read-list.ts'
import { mapped, recognise, type Recognised } from './recognise.ts'
import type { Mapping } from './sheet.ts'

/** Sheets of one form: read alike, corrected once. */
export type Form = {
  signature: string
  lists: readonly Recognised[]
  /** Names of the sheets that are taken. */
  taken: readonly string[]
  /** The cell a person said it is, where the list does not tell. */
  oneCell: string
}

/** The lists of a file, those of one form together, each read as it was corrected last time. */
export function formsOf(sheets: readonly Sheet[], remembered: Readonly<Record<string, Mapping>>): Form[] {
  const lists = sheets.map(recognise).filter((list) => list.isList)
  return grouped(lists, (list) => list.signature).map(([signature, alike]) => ({
    signature,
    lists: alike.map((list) => mapped(list, remembered[signature] ?? null)),
    taken: alike.map((list) => list.sheet.name),
    oneCell: '',
  }))
}

export function withMapping(form: Form, mapping: Mapping): Form {
  return { ...form, lists: form.lists.map((list) => mapped(list, mapping)) }
}

export const mappingOf = ({ lists }: Form): Mapping => ({
  columns: lists[0]?.columns.map((c) => c.field) ?? [],
  cellFrom: lists[0]?.cellFrom ?? 'one',
})

/** Everybody in the sheets that are taken. */
export function readForms(forms: readonly Form[]): ReadList {
  const read = forms.flatMap(({ lists, taken, oneCell }) =>
    lists
      .filter((list) => taken.includes(list.sheet.name))
      .map((list) => readList(list, oneCell.trim() === '' ? null : oneCell.trim())),
  )
  const otherDuties = new Map<string, number>()
  for (const [duty, n] of read.flatMap((r) => [...r.otherDuties]))
    otherDuties.set(duty, (otherDuties.get(duty) ?? 0) + n)
  return { people: read.flatMap((r) => r.people), bad: read.flatMap((r) => r.bad), otherDuties }
}
