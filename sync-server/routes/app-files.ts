import type { Asked } from './answers.ts'
import type { BuiltFile, Encoding } from './built-files.ts'
import type { Route } from './registry.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_EVERY_TIME = 'no-cache'

/** GET of everything else: a file of the build, or the app itself, whose router knows the path. Registered last. */
export function appFileRoutes(files: ReadonlyMap<string, BuiltFile>): Route[] {
  return [{ method: 'GET', path: '/*', policy: 'public', answer: (c) => appFile(c, files) }]
}

async function appFile(c: Asked, files: ReadonlyMap<string, BuiltFile>): Promise<Response> {
  const { path } = c.req
  const file = files.get(path)
  if (file && path !== '/index.html')
    return send(c, file, path.startsWith('/assets/') ? FOR_EVER : ASK_EVERY_TIME)
  // HTML in the place of a missing script would be cached as that script.
  const namesFile = path.startsWith('/assets/') || /\.[a-z0-9]+$/i.test(path)
  const app = files.get('/index.html')
  if (!app || (namesFile && path !== '/index.html'))
    return c.text('404', 404, { 'cache-control': 'no-store' })
  return send(c, app, ASK_EVERY_TIME)
}

async function send(c: Asked, file: BuiltFile, cacheControl: string): Promise<Response> {
  const encoding = file.shrinks ? encodingFor(c.req.header('accept-encoding')) : null
  const headers = { 'cache-control': cacheControl, etag: file.etag, vary: 'Accept-Encoding' }
  const known = c.req
    .header('if-none-match')
    ?.split(/,\s*/)
    .some((tag) => tag.replace(/^W\//, '') === file.etag)
  if (known) return c.body(null, 304, headers)
  const bytes = await file.as(encoding)
  const shrunk: Record<string, string> = encoding ? { 'content-encoding': encoding } : {}
  return c.body(bytes, 200, {
    ...headers,
    'content-type': file.type,
    'content-length': String(bytes.length),
    ...shrunk,
  })
}

function encodingFor(accepted: string | undefined): Encoding {
  const names = (accepted ?? '').split(',').map((part) => part.trim().split(';'))
  const takes = (name: string) => names.some(([n, q]) => n === name && !/q=0(\.0*)?$/.test(q ?? ''))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}
