import type { MiddlewareHandler } from 'hono'
import type { ServerEnv } from './answers.ts'

/**
 * What the app's pages may do: run our own files and talk to this server, nothing else. `vue` is the policy Vue makes
 * for its own static nodes, `so-chi-bo` ours for the service worker's address.
 */
export function appPolicy(socketOrigin: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${socketOrigin ? ` ${socketOrigin}` : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types vue so-chi-bo ProseMirrorClipboard',
  ].join('; ')
}

/** Answers of data: nothing in them is ever shown or run, and on 2G each header costs as much as words do. */
const DATA = /^application\/(json|octet-stream)/u

/** Every answer gets these; a page with a stricter policy of its own keeps it. */
export function securityHeaders(socketOrigin: string | null): MiddlewareHandler<ServerEnv> {
  const policy = appPolicy(socketOrigin)
  return async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('x-content-type-options', 'nosniff')
    if (DATA.test(headers.get('content-type') ?? '')) {
      headers.set('content-security-policy', "default-src 'none'")
      return
    }
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
    headers.set('referrer-policy', 'no-referrer')
    headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
  }
}
