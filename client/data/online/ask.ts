import { REFUSALS, type Refusal } from '#shared/records/refusal.ts'
import type { OnlineDone } from '#client/data/commands.ts'

/** Asks with the session of this phone's person. */
export type Asked = <T>(what: Ask) => Promise<OnlineDone<T>>
export type Ask = { method: 'GET' | 'POST'; path: string; body?: unknown; signal?: AbortSignal }

/**
 * Asks the server something that cannot be done offline. Whatever is not clearly its answer (no network, a captive
 * portal's page, a proxy's error) counts as nobody having answered.
 */
export async function ask<T>(
  token: string | undefined,
  { method, path, body, signal }: Ask,
): Promise<OnlineDone<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
    if (!response.headers.get('content-type')?.startsWith('application/json'))
      return { ok: false, offline: true }
    if (response.status === 507) return { ok: false, serverFull: true }
    const answer = (await response.json()) as Record<string, unknown>
    if (response.ok) return { ok: true, ...(answer as T) }
    const code = answer['refusal']
    const refusal: Refusal | undefined = REFUSALS.find((known) => known === code)
    return refusal ? { ok: false, refusal } : { ok: false, offline: true }
  } catch {
    return { ok: false, offline: true }
  }
}
