import type { Duty, Status } from '#shared/records/person.ts'
import { plain } from './names.ts'

/** What people write in lists for a status or a duty; compared without tone marks and case. */
const STATUS_WORDS: Readonly<Record<Status, readonly string[]>> = {
  official: ['chính thức', 'đảng viên chính thức', 'đv chính thức', 'đvct', 'ct', 'official'],
  probationary: ['dự bị', 'đảng viên dự bị', 'đv dự bị', 'đvdb', 'db', 'probationary'],
  exempt: [
    'miễn',
    'miễn sinh hoạt',
    'miễn sinh hoạt đảng',
    'miễn công tác',
    'miễn công tác và sinh hoạt',
    'miễn công tác, sinh hoạt',
    'được miễn sinh hoạt',
    'miễn sh',
    'miễn shđ',
    'exempt',
  ],
  temporarilyOut: [
    'tạm chuyển đi',
    'chuyển sinh hoạt tạm thời',
    'sinh hoạt tạm thời đi',
    'tạm đi',
    'chuyển đi tạm thời',
    'temporarily out',
  ],
  temporarilyIn: [
    'tạm chuyển đến',
    'sinh hoạt tạm thời đến',
    'tạm đến',
    'chuyển đến tạm thời',
    'temporarily in',
  ],
  suspended: ['đình chỉ', 'đình chỉ sinh hoạt', 'suspended'],
}
const DUTY_WORDS: Readonly<Record<Duty, readonly string[]>> = {
  secretary: ['bí thư', 'bí thư chi bộ', 'bt', 'secretary'],
  deputy: ['phó bí thư', 'phó bí thư chi bộ', 'pbt', 'deputy', 'deputy secretary'],
  committee: [
    ...['chi ủy', 'chi ủy viên', 'ủy viên chi ủy', 'uv chi ủy', 'uvcu', 'cuv', 'ủy viên ban chi ủy'],
    ...['committee', 'committee member'],
  ],
  officer: ['cán bộ', 'cán bộ đảng ủy', 'officer'],
}
const HEADER_WORDS = ['họ và tên', 'họ tên', 'tên', 'stt', 'name', 'full name']

const lookup = <T extends string>(words: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> =>
  new Map((Object.keys(words) as T[]).flatMap((key) => words[key].map((word) => [plain(word), key] as const)))

const STATUSES = lookup(STATUS_WORDS)
const DUTIES = lookup(DUTY_WORDS)
const HEADERS: ReadonlySet<string> = new Set(HEADER_WORDS.map(plain))

const tidy = (cell: string) => plain(cell).replace(/\.$/, '').replace(/\s+/gu, ' ').trim()

export const statusIn = (cell: string): Status | null => STATUSES.get(tidy(cell)) ?? null
export const dutyIn = (cell: string): Duty | null => DUTIES.get(tidy(cell)) ?? null
export const isHeader = (cell: string): boolean => HEADERS.has(tidy(cell))

/** Between two duties of one person. */
const PARTS = /[,;/+&\n]|\s-\s|\bkiêm\b/iu

/**
 * The duties of a cell in what a list calls a person's duties, and what else is said there: “Bí thư, trưởng khu” is a
 * secretary and a word that the book does not keep; “Bí thư Đoàn” and “Nguyên bí thư” are no secretary.
 */
export function dutiesIn(cell: string): { duties: Duty[]; others: string[] } {
  const duties = new Set<Duty>()
  const others: string[] = []
  for (const part of cell.split(PARTS).map((p) => p.trim())) {
    if (part === '') continue
    const duty = dutyIn(part.replace(/\s+(?:chi bộ|CB|đảng)\b.*$/iu, ''))
    if (duty && duty !== 'officer') duties.add(duty)
    else others.push(part)
  }
  return { duties: [...duties], others }
}

/** A year alone, or the year of a date; of two digits it is this century up to 10, else the last. */
export function birthYearIn(cell: string): number | null {
  const [, long, short] =
    /^(?:\d{1,2}[/.-](?:\d{1,2}[/.-])?)?((?:19|20)\d\d)$|^\d{1,2}[/.-]\d{1,2}[/.-](\d\d)$/.exec(
      cell.trim(),
    ) ?? []
  if (long !== undefined) return Number(long)
  return short === undefined ? null : Number(short) + (Number(short) <= 10 ? 2000 : 1900)
}
