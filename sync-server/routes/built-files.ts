import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
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
 * @param earlier folder like `folder` with the hashed files of earlier builds, for tabs that are open since then
 */
export function builtFiles(folder: string, earlier?: string): ReadonlyMap<string, BuiltFile> {
  const files = new Map<string, BuiltFile>()
  // Their names tell them apart for ever, and hardly anybody asks: nothing of them is read before that.
  if (earlier)
    for (const [address, path] of pathsIn(earlier)) files.set(address, fileOf(path, basename(path)))
  for (const [address, path] of pathsIn(folder)) files.set(address, readNow(path))
  return files
}

function pathsIn(folder: string): [address: string, path: string][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    return entry.isFile() && !address.includes('/.') ? [[address, path]] : []
  })
}

function readNow(path: string): BuiltFile {
  const bytes = new Uint8Array(readFileSync(path))
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return fileOf(path, hash, Promise.resolve(bytes))
}

/** @param tag what changes with its bytes */
function fileOf(path: string, tag: string, known?: Promise<Uint8Array<ArrayBuffer>>): BuiltFile {
  const extension = extname(path)
  const shrunk = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  const plain = async () => new Uint8Array(await readFile(path))
  const as = (encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> => {
    const made = shrunk.get(encoding) ?? (encoding ? as(null).then((b) => compressed(b, encoding)) : plain())
    shrunk.set(encoding, made)
    return made
  }
  if (known) shrunk.set(null, known)
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${tag}"`,
    shrinks: SHRINKS.has(extension),
    as,
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
