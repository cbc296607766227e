import { brotliCompressSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** A part of the app that not every phone needs; `bytes` is what its files cost on the line. */
export type ExtraPart = { name: string; files: readonly string[]; bytes: number }

/** What is asked of a chunk of the bundler. */
type Chunk = {
  fileName: string
  isEntry: boolean
  moduleIds: readonly string[]
  imports: readonly string[]
  dynamicImports: readonly string[]
  viteMetadata?: { importedCss?: Iterable<string>; importedAssets?: Iterable<string> }
}

/**
 * Finds what only some phones need: a part's files are those that lead from its modules and from nowhere else.
 * @param roots modules a part begins with, by its name
 */
export function partsOf(
  chunks: readonly Chunk[],
  roots: Readonly<Record<string, RegExp>>,
): Map<string, Set<string>> {
  const known = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const startsOf = (root: RegExp) =>
    chunks.filter(({ moduleIds }) => moduleIds.some((id) => root.test(id.replaceAll('\\', '/'))))
  const starts = new Map(Object.entries(roots).map(([name, root]) => [name, startsOf(root)]))
  const outside = new Set([...starts.values()].flat().map(({ fileName }) => fileName))
  const entries = chunks.filter(({ isEntry, fileName }) => isEntry && !outside.has(fileName))
  const everybodys = filesFrom(known, entries, outside)
  return new Map(
    [...starts].map(([name, start]) => {
      const others = new Set([...outside].filter((file) => !start.some((own) => own.fileName === file)))
      const files = filesFrom(known, start, others)
      return [name, new Set([...files].filter((file) => !everybodys.has(file)))]
    }),
  )
}

function filesFrom(
  known: ReadonlyMap<string, Chunk>,
  starts: readonly Chunk[],
  not: ReadonlySet<string>,
): Set<string> {
  const files = new Set<string>()
  const visit = (chunk: Chunk | undefined): void => {
    if (!chunk || files.has(chunk.fileName) || not.has(chunk.fileName)) return
    files.add(chunk.fileName)
    const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {}
    for (const file of [...importedCss, ...importedAssets]) if (isKept(file)) files.add(file)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(known.get(next))
  }
  starts.forEach(visit)
  return files
}

/** Of a letter's two formats every browser that runs the app takes the smaller. */
const isKept = (file: string): boolean => !file.endsWith('.woff')

/** Writes `parts.json` beside the app and says which files are no business of every phone's. */
export function extraParts(
  roots: Readonly<Record<string, RegExp>>,
): Plugin & { isExtra(url: string): boolean } {
  const extra = new Set<string>()
  return {
    name: 'extra-parts',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const outputs = Object.values(bundle)
      const chunks = outputs.filter((output) => output.type === 'chunk')
      if (!chunks.some(({ moduleIds }) => moduleIds.some((id) => id.includes('client/main.ts')))) return
      const sizeOf = (file: string) => {
        const output = bundle[file]
        const source = output?.type === 'chunk' ? output.code : (output?.source ?? '')
        return brotliCompressSync(source).length
      }
      const found = [...partsOf(chunks as Chunk[], roots)].filter(([, files]) => files.size > 0)
      const parts = found.map(([name, files]): ExtraPart => {
        for (const file of files) extra.add(file)
        const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0)
        return { name, files: [...files].map((file) => `/${file}`), bytes }
      })
      this.emitFile({ type: 'asset', fileName: 'parts.json', source: JSON.stringify(parts) })
    },
    isExtra: (url) => extra.has(url.replace(/^\//, '')),
  }
}
