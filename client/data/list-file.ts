/** One sheet of a file as rows of texts: rows and columns as the sheet counts them, from 0; an empty cell is ''. */
export type Sheet = { name: string; rows: readonly (readonly string[])[] }

/** Why a file is not read. `oldExcel`: a format of before 2007, or a file with a password. */
export type NotRead = 'tooBig' | 'tooManyRows' | 'oldExcel' | 'noList' | 'damaged' | 'empty'
export type ListFile = { ok: true; sheets: readonly Sheet[] } | { ok: false; why: NotRead }

/** The list of a commune of 2,000 has 300 KB; pictures and other sheets may lie beside it. */
export const MOST_BYTES = 10 * 1024 * 1024
const MOST_INFLATED = 80 * 1024 * 1024
const MOST_ROWS = 20_000
const MOST_COLUMNS = 100

/** Reads a spreadsheet or a text of columns on this device; nothing of it leaves the device. */
export async function readListFile(file: File): Promise<ListFile> {
  if (file.size > MOST_BYTES) return { ok: false, why: 'tooBig' }
  if (file.size === 0) return { ok: false, why: 'empty' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, why: 'oldExcel' }
  const read = startsWith(bytes, [0x50, 0x4b]) ? await readXlsx(bytes) : await readText(bytes, file.name)
  if (!read.ok) return read
  const sheets = read.sheets.filter((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== '')))
  if (sheets.length === 0) return { ok: false, why: 'empty' }
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  return rows > MOST_ROWS ? { ok: false, why: 'tooManyRows' } : { ok: true, sheets }
}

async function readXlsx(bytes: Uint8Array): Promise<ListFile> {
  const fitting = await inflatesTo(bytes)
  if (fitting !== 'fits') return { ok: false, why: fitting }
  // Of the library's entries this is the one that starts no worker of its own: the app's policy allows none.
  const { default: readXlsxFile } = await import('read-excel-file/web-worker')
  try {
    const sheets = await readXlsxFile(bytes.slice().buffer)
    return { ok: true, sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(textsOf) })) }
  } catch {
    return { ok: false, why: 'damaged' }
  }
}

/** A small file can inflate to gigabytes: its own table of contents is asked first. */
async function inflatesTo(bytes: Uint8Array): Promise<'fits' | 'tooBig' | 'noList' | 'damaged'> {
  const { unzipSync } = await import('fflate')
  let size = 0
  let isSpreadsheet = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('.xml') || name.endsWith('.rels')) size += originalSize
        isSpreadsheet ||= name === 'xl/workbook.xml'
        return false
      },
    })
  } catch {
    return 'damaged'
  }
  if (!isSpreadsheet) return 'noList'
  return size > MOST_INFLATED ? 'tooBig' : 'fits'
}

async function readText(bytes: Uint8Array, fileName: string): Promise<ListFile> {
  const text = decoded(bytes)
  if (text === null || text.includes('\u0000')) return { ok: false, why: 'noList' }
  const { default: papa } = await import('papaparse')
  const { data } = papa.parse<string[]>(text, { delimiter: delimiterIn(text) })
  const name = fileName.replace(/\.[^.]*$/u, '')
  return { ok: true, sheets: [{ name, rows: data.map(textsOf) }] }
}

/** Excel saves texts of columns as UTF-8, as UTF-16, or in the code page of Vietnamese Windows. */
function decoded(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  for (const encoding of ['utf-8', 'windows-1258'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC')
    } catch {
      continue
    }
  return null
}

/** Excel parts columns by what the machine's language parts lists by. */
function delimiterIn(text: string): string {
  const lines = text.split(/\r?\n/u, 40).join('\n')
  const count = (delimiter: string) => lines.split(delimiter).length
  return ['\t', ';', ',', '|'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

const textsOf = (row: readonly unknown[]): string[] => row.slice(0, MOST_COLUMNS).map(textOf)

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dayOf(value)
  return String(value)
    .normalize('NFC')
    .replace(/[ \t\u00a0]+/gu, ' ')
    .trim()
}

function dayOf(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)
