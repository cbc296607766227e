import { expect, it } from 'vitest'
import { partsOf } from '#scripts/extra-parts.ts'

const chunk = (
  fileName: string,
  to: { imports?: string[]; dynamicImports?: string[]; css?: string[]; assets?: string[] } = {},
) => ({
  fileName,
  isEntry: fileName === 'index.js',
  moduleIds: [`/client/${fileName}`],
  imports: to.imports ?? [],
  dynamicImports: to.dynamicImports ?? [],
  viteMetadata: { importedCss: to.css ?? [], importedAssets: to.assets ?? [] },
})

it('a part is what leads from its modules and from nowhere else', () => {
  const chunks = [
    chunk('index.js', { imports: ['vendor.js'], dynamicImports: ['today.js', 'lists.js', 'german.js'] }),
    chunk('vendor.js'),
    chunk('today.js', { imports: ['forms.js'] }),
    chunk('forms.js'),
    chunk('lists.js', { imports: ['forms.js'], dynamicImports: ['sheets.js'], css: ['lists.css'] }),
    chunk('sheets.js', { imports: ['vendor.js', 'index.js'], assets: ['letters.woff2', 'letters.woff'] }),
    chunk('german.js'),
  ]
  const parts = partsOf(chunks, { lists: /client\/lists\./, german: /client\/german\./ })
  expect([...parts].map(([name, files]) => [name, [...files].sort()])).toEqual([
    ['lists', ['letters.woff2', 'lists.css', 'lists.js', 'sheets.js']],
    ['german', ['german.js']],
  ])
})

it('what somebody else needs too is nobody’s part', () => {
  const chunks = [
    chunk('index.js', { dynamicImports: ['today.js', 'lists.js'] }),
    chunk('today.js', { dynamicImports: ['sheets.js'] }),
    chunk('lists.js', { dynamicImports: ['sheets.js'] }),
    chunk('sheets.js'),
  ]
  expect([...(partsOf(chunks, { lists: /client\/lists\./ }).get('lists') ?? [])]).toEqual(['lists.js'])
})
