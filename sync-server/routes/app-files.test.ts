import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtFiles } from './built-files.ts'
import { trialHouse, type TrialHouse } from './trial-house.fixture.ts'

let house: TrialHouse
const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-dist-'))
const SCRIPT = `console.log(${JSON.stringify('Sổ Chi bộ '.repeat(200))})`

beforeAll(async () => {
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  mkdirSync(join(folder, 'dist', '.vite'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><div id="app"></div>')
  writeFileSync(join(folder, 'dist', 'sw.js'), SCRIPT)
  writeFileSync(join(folder, 'dist', 'manifest.webmanifest'), '{}')
  writeFileSync(join(folder, 'dist', 'assets', 'index-4f2a.js'), SCRIPT)
  writeFileSync(join(folder, 'dist', '.vite', 'manifest.json'), '{}')
  mkdirSync(join(folder, 'earlier', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'earlier', 'assets', 'people-91c0.js'), SCRIPT)
  writeFileSync(join(folder, 'earlier', 'assets', 'index-4f2a.js'), 'of an earlier build')
  house = await trialHouse({ files: builtFiles(join(folder, 'dist'), join(folder, 'earlier')) })
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => house.app.http.request(path, { headers })

it('what has its hash in its name is kept for ever, all else is asked for every time', async () => {
  expect((await get('/assets/index-4f2a.js')).headers.get('cache-control')).toBe(
    'public, max-age=31536000, immutable',
  )
  for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/resolutions/a/b'])
    expect((await get(path)).headers.get('cache-control')).toBe('no-cache')
})

it('a tab open since an earlier build still gets the parts of it that it has not loaded yet', async () => {
  const [now, then] = [await get('/assets/index-4f2a.js'), await get('/assets/people-91c0.js')]
  expect(await then.text()).toBe(SCRIPT)
  expect(await now.text()).toBe(SCRIPT)
  const [ofNow, ofThen] = [now, then].map(({ headers }) => [...headers].filter(([name]) => name !== 'etag'))
  expect(ofThen).toEqual(ofNow)
  const br = await get('/assets/people-91c0.js', { 'accept-encoding': 'br' })
  expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(SCRIPT)
  const etag = then.headers.get('etag') ?? ''
  expect((await get('/assets/people-91c0.js', { 'if-none-match': etag })).status).toBe(304)
})

it('the app answers for its own paths, but never in the place of a file', async () => {
  expect(await (await get('/resolutions/khu-dong-mit/nghiquyet-12')).text()).toContain('id="app"')
  for (const path of [
    '/assets/index-0000.js',
    '/assets/',
    '/assets/anything',
    '/old-name.css',
    '/favicon.ico',
  ]) {
    const response = await get(path)
    expect([path, response.status, response.headers.get('content-type')?.includes('html')]).toEqual([
      path,
      404,
      false,
    ])
  }
})

it('no path leads out of the build or into its hidden files', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/.vite/manifest.json',
  ])
    expect(await (await get(path)).text()).not.toMatch(/secret|^\{\}$/)
})

it('is sent as small as the browser takes it', async () => {
  const br = await get('/assets/index-4f2a.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect(br.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(SCRIPT)
  const gzip = await get('/assets/index-4f2a.js', { 'accept-encoding': 'gzip, br;q=0' })
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(SCRIPT)
  expect((await get('/assets/index-4f2a.js')).headers.get('content-encoding')).toBeNull()
})

it('what a browser has already is not sent again', async () => {
  const etag = (await get('/')).headers.get('etag') ?? ''
  const again = await get('/', { 'if-none-match': `W/${etag}` })
  expect([again.status, await again.text()]).toEqual([304, ''])
})
