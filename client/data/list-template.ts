/** The words of a template: what stands above its columns, and rows that show how it is filled in. */
export type Template = {
  sheet: string
  headings: readonly string[]
  examples: readonly (readonly string[])[]
}

const WIDTHS = [32, 34, 20, 26, 12]

/** A spreadsheet to fill in, made on this device. */
export async function makeTemplate({ sheet, headings, examples }: Template): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal')
  const head = headings.map((value) => ({ value, fontWeight: 'bold' as const, backgroundColor: '#F3E7C9' }))
  const rows = examples.map((row) => row.map((value) => ({ value, textColor: '#6B6259' })))
  const columns = WIDTHS.map((width) => ({ width }))
  return writeXlsxFile([head, ...rows], { sheet, columns, stickyRowsCount: 1 }).toBlob()
}
