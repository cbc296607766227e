import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import { itemLetter } from '#shared/papers/writing.ts'
import type { Sheet, Signature } from '#shared/papers/sheet.ts'
import type { Block, Part } from '#shared/records/content.ts'
import { LAYOUT_2026 } from '#shared/rulesets/paper-layout.ts'

const { margins, font, pageNumbers } = LAYOUT_2026
const mm = convertMillimetersToTwip
const HALF_POINTS = 2
const TWIPS = 20
const SPACING = {
  before: font.value.before * TWIPS,
  line: font.value.line * TWIPS,
  lineRule: LineRuleType.EXACT,
}
type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

/** [Y16] */
const PAGE_NUMBER = new Header({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT] })],
    }),
  ],
})

/** The papers as one DOCX, in the layout of the ruleset, for whoever goes on with it in a word processor. */
export async function docxOf(sheets: readonly Sheet[]): Promise<Blob> {
  const { top, bottom, left, right } = margins.value
  const page = {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) },
  }
  const file = new Document({
    styles: {
      default: { document: { run: { font: font.value.family, size: font.value.body * HALF_POINTS } } },
    },
    sections: sheets.map((sheet) => ({
      properties: { page, titlePage: pageNumbers.value.fromPage > 1 },
      headers: { default: PAGE_NUMBER, first: new Header({ children: [] }) },
      children: childrenOf(sheet),
    })),
  })
  return Packer.toBlob(file)
}

function childrenOf(sheet: Sheet): (Paragraph | Table)[] {
  const numbers: number[] = []
  return [
    ...sheet.marks.map((mark) => paragraph([run(mark, { italics: true })], AlignmentType.RIGHT)),
    twoColumns(
      [
        centred(sheet.left.superior),
        centred(sheet.left.body, { bold: true }),
        centred('*'),
        ...(sheet.number === undefined ? [] : [centred(sheet.number)]),
      ],
      [
        paragraph(
          [run(sheet.motto, { bold: true, underline: { type: UnderlineType.SINGLE } })],
          AlignmentType.CENTER,
        ),
        centred(sheet.placeDate, { italics: true }),
      ],
    ),
    ...(sheet.type === undefined
      ? []
      : [centred(sheet.type, { bold: true, size: 16 * HALF_POINTS }, { spacing: { before: 18 * TWIPS } })]),
    ...(sheet.summary === undefined ? [] : [centred(sheet.summary, { bold: true })]),
    ...(sheet.hyphens ? [centred('-----')] : []),
    ...sheet.body.flatMap((part) => partOf(part, numbers)),
    new Paragraph({ children: [], spacing: { before: 12 * TWIPS } }),
    twoColumns(leftFoot(sheet), signature(sheet.signatures.right)),
    ...(sheet.seal ? [sealLine(sheet.seal.hash), sealLine(sheet.seal.address)] : []),
  ]
}

const sealLine = (text: string): Paragraph =>
  paragraph([run(text, { size: 9 * HALF_POINTS })], AlignmentType.LEFT)

function leftFoot({ recipients, signatures }: Sheet): Paragraph[] {
  if (signatures.left) return signature(signatures.left)
  if (recipients.length === 0) return [centred('')]
  return [
    paragraph([run('Nơi nhận:', { underline: { type: UnderlineType.SINGLE } })], AlignmentType.LEFT),
    ...recipients.map((one) => paragraph([run(`- ${one}`, { size: 12 * HALF_POINTS })], AlignmentType.LEFT)),
  ]
}

function signature({ lines, name }: Signature): Paragraph[] {
  const empty = Array.from({ length: 4 }, () => centred(''))
  return [...lines.map((one, i) => centred(one, { bold: i === 0 })), ...empty, centred(name, { bold: true })]
}

function partOf(part: Part, numbers: number[]): (Paragraph | Table)[] {
  if (part.part === 'derived') return []
  if (part.part === 'block') return [blockOf(part, signOf(part, numbers))]
  const rows = part.rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((blocks) => new TableCell({ children: blocks.map((block) => cellOf(block)) })),
      }),
  )
  return [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })]
}

function blockOf(block: Block, sign: string): Paragraph {
  const heading = block.kind === 'heading'
  const children = [...(sign === '' ? [] : [run(`${sign} `)]), ...runsOf(block, heading)]
  const indent = heading
    ? {}
    : { indent: { firstLine: mm(font.value.indent), left: mm(5 * Math.min(block.depth, 3)) } }
  return paragraph(children, heading ? AlignmentType.LEFT : AlignmentType.JUSTIFIED, indent)
}

const cellOf = (block: Block): Paragraph =>
  new Paragraph({
    children: runsOf(block, false),
    spacing: { line: SPACING.line, lineRule: SPACING.lineRule },
  })

const runsOf = ({ runs }: Block, bold: boolean): TextRun[] =>
  runs.map((one) => run(one.text, { bold: bold || one.bold === true, italics: one.italic === true }))

/** `1.`, then `a)`, then a dash; counted as on screen. */
function signOf({ kind, depth }: Block, numbers: number[]): string {
  if (kind === 'bullet') return '-'
  if (kind !== 'number') {
    numbers.length = 0
    return ''
  }
  numbers.length = depth + 1
  numbers[depth] = (numbers[depth] ?? 0) + 1
  return depth === 0 ? `${numbers[depth]}.` : depth === 1 ? `${itemLetter(numbers[depth])})` : '-'
}

type RunLook = Omit<ConstructorParameters<typeof TextRun>[0] & object, 'text'>
const run = (text: string, look: RunLook = {}): TextRun => new TextRun({ text, ...look })

function paragraph(children: TextRun[], alignment: Align, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({ children, alignment, spacing: SPACING, ...more })
}

const centred = (text: string, look: RunLook = {}, more: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({ children: [run(text, look)], alignment: AlignmentType.CENTER, ...more })

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE }

function twoColumns(left: Paragraph[], right: Paragraph[]): Table {
  const cell = (children: Paragraph[]) =>
    new TableCell({ children, borders: NO_LINES, width: { size: 50, type: WidthType.PERCENTAGE } })
  return new Table({
    rows: [new TableRow({ children: [cell(left), cell(right)] })],
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
  })
}
