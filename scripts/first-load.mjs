import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './toolchain.mjs'

/** What the first visit fetches before the start page stands: files of dist, and those of them that are our own. */
export function firstLoad() {
  const dist = join(root, 'dist')
  const manifestFile = join(dist, '.vite', 'manifest.json')
  if (!existsSync(manifestFile)) return { all: [], own: [] }
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const files = new Set()
  const seen = new Set()
  const visit = (key) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    chunk.imports?.forEach(visit)
  }
  // The start page comes with the entry; what it fetches later is not waited for.
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry) visit(key)
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  for (const [, file] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)) files.add(file)

  const all = [...files].filter((file) => /\.(?:js|css)$/.test(file)).map((file) => `dist/${file}`)
  return { all, own: all.filter((file) => !file.startsWith('dist/assets/vendor-')) }
}

/** Chunks that import each other in a ring: one of them would find the other empty when it starts. */
export function chunkRings() {
  const manifestFile = join(root, 'dist', '.vite', 'manifest.json')
  if (!existsSync(manifestFile)) return []
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const rings = []
  const visit = (key, path) => {
    if (path.includes(key)) rings.push([...path.slice(path.indexOf(key)), key].join(' → '))
    else manifest[key]?.imports?.forEach((next) => visit(next, [...path, key]))
  }
  for (const key of Object.keys(manifest)) visit(key, [])
  return [...new Set(rings)]
}
