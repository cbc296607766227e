import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const SHRINKS = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt'])

export type Encoding = 'br' | 'gzip' | null
export type BuiltFile = {
  type: string
  etag: string
  /** The bytes, compressed once for everybody who takes them so. */
  as(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
  shrinks: boolean
}

/**
 * The built app by address, `/index.html`. Read once: an address either names a file of the build or nothing, so no
 * path leads out of the folder.
 */
export function builtFiles(folder: string): ReadonlyMap<string, BuiltFile> {
  const files = new Map<string, BuiltFile>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    if (entry.isFile() && !address.includes('/.')) files.set(address, read(path))
  }
  return files
}

function read(path: string): BuiltFile {
  const bytes = new Uint8Array(readFileSync(path))
  const extension = extname(path)
  const shrunk = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>([[null, Promise.resolve(bytes)]])
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    shrinks: SHRINKS.has(extension),
    as(encoding) {
      const known = shrunk.get(encoding) ?? compressed(bytes, encoding)
      shrunk.set(encoding, known)
      return known
    },
  }
}

async function compressed(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return new Uint8Array(
    encoding === 'br'
      ? await promisify(brotliCompress)(bytes, { params })
      : await promisify(gzip)(bytes, { level: 9 }),
  )
}
