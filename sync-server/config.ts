import { resolve } from 'node:path'

export type Config = {
  port: number
  host: string
  dataDir: string
  /** Base of every link and QR, without a slash at its end. */
  publicUrl: string | null
  tls: { cert: string; key: string } | null
  databaseUrl: string | null
  demo: boolean
}

/**
 * What the operator set. Without https nobody but this computer gets in: phones could not keep a book from there, and
 * names would travel in the open.
 * @throws with a sentence for the operator
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config {
  const demo = args.includes('--demo')
  const tls = tlsFiles(env['TLS_CERT'], env['TLS_KEY'])
  const publicUrl = env['PUBLIC_URL'] ? baseOf(env['PUBLIC_URL']) : null
  return {
    port: portOf(env['PORT'] ?? '8787'),
    host: env['HOST'] ?? (tls || publicUrl ? '0.0.0.0' : '127.0.0.1'),
    dataDir: resolve(env['DATA_DIR'] ?? (demo ? 'data-demo' : 'data')),
    publicUrl,
    tls,
    databaseUrl: env['DATABASE_URL'] ?? null,
    demo,
  }
}

/** Whether a phone can come here: it needs https and a name that does not mean the phone itself. */
export function phonesCanCome({ publicUrl }: Config): boolean {
  if (publicUrl === null) return false
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'https:' && !ITSELF.has(hostname)
}

/** Where this computer's own browser finds the app. */
export function localUrl({ port, tls }: Config): string {
  return `${tls ? 'https' : 'http'}://localhost:${port}`
}

const ITSELF = new Set(['localhost', '127.0.0.1', '[::1]'])

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is no port: ${text}`)
  return port
}

function baseOf(text: string): string {
  if (!URL.canParse(text)) throw new Error(`PUBLIC_URL is no address: ${text}`)
  const { protocol, origin, pathname } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('PUBLIC_URL must begin with https://')
  if (pathname !== '/')
    throw new Error('PUBLIC_URL must be a whole address without a path: https://name.example')
  return origin
}

function tlsFiles(cert: string | undefined, key: string | undefined): Config['tls'] {
  if (!cert && !key) return null
  if (!cert || !key) throw new Error('TLS_CERT and TLS_KEY belong together: one of them is missing')
  return { cert, key }
}
