import { plain } from '#client/i18n/names.ts'
import type { Duty, Status } from '#shared/records/person.ts'

/** What people write in lists for a status or a duty; compared without tone marks and case. */
const STATUS_WORDS: Readonly<Record<Status, readonly string[]>> = {
  official: ['chính thức', 'đảng viên chính thức', 'đvct', 'ct', 'official'],
  probationary: ['dự bị', 'đảng viên dự bị', 'đvdb', 'db', 'probationary'],
  exempt: ['miễn', 'miễn sinh hoạt', 'miễn công tác', 'miễn công tác và sinh hoạt', 'miễn sh', 'exempt'],
  temporarilyOut: [
    'tạm chuyển đi',
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
  committee: ['chi ủy', 'chi uỷ', 'chi ủy viên', 'chi uỷ viên', 'cuv', 'committee', 'committee member'],
  officer: ['cán bộ', 'cán bộ đảng ủy', 'cán bộ đảng uỷ', 'officer'],
}
const HEADER_WORDS = ['họ và tên', 'họ tên', 'tên', 'stt', 'name', 'full name']

const lookup = <T extends string>(words: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> =>
  new Map((Object.keys(words) as T[]).flatMap((key) => words[key].map((word) => [plain(word), key] as const)))

const STATUSES = lookup(STATUS_WORDS)
const DUTIES = lookup(DUTY_WORDS)
const HEADERS: ReadonlySet<string> = new Set(HEADER_WORDS.map(plain))

const tidy = (cell: string) => plain(cell).replace(/\.$/, '').trim()

export const statusIn = (cell: string): Status | null => STATUSES.get(tidy(cell)) ?? null
export const dutyIn = (cell: string): Duty | null => DUTIES.get(tidy(cell)) ?? null
export const isHeader = (cell: string): boolean => HEADERS.has(tidy(cell))

/** A year alone, or the year of a date. */
export function birthYearIn(cell: string): number | null {
  const found = /^(?:\d{1,2}[/.-]\d{1,2}[/.-])?((?:19|20)\d\d)$/.exec(cell.trim())
  return found ? Number(found[1]) : null
}
