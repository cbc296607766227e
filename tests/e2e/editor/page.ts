import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { build } from 'vite'
import vue from '@vitejs/plugin-vue'

const ROOT = join(import.meta.dirname, 'harness')
const OUT = join(import.meta.dirname, '..', '..', 'results', 'editor-harness')

/** What the server sends with the app: no script from strings, no inline styles. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue ProseMirrorClipboard',
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** Builds the editor's page and serves it under the policy of the real app. @returns its address and its end */
export async function serveEditor(): Promise<{ url: string; stop(): Promise<void> }> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    base: './',
    resolve: { dedupe: ['yjs', 'lib0'] },
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    plugins: [vue()],
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname === '/' ? 'index.html' : pathname.slice(1)
    readFile(join(OUT, file)).then(
      (bytes) =>
        response
          .writeHead(200, {
            'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
            'Content-Security-Policy': CSP,
          })
          .end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await listening(server)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const listening = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
