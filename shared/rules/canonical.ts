import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import type { Content } from '#shared/records/content.ts'

/**
 * JSON as RFC 8785 writes it: keys in the order of their UTF-16 units, no white space, numbers as ECMAScript does.
 * Undefined fields are left out, as in JSON. What is hashed, sealed or compared between devices goes through here.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((x) => canonicalJson(x ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined)
    fields.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${fields.map(([k, field]) => `${JSON.stringify(k)}:${canonicalJson(field)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not a JSON number')
  return JSON.stringify(value)
}

/** SHA-256 of the canonical form, 64 hexadecimal digits. */
export function canonicalHash(value: unknown): string {
  const bytes = digest(encodeUtf8(canonicalJson(value)))
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
}

/** One text for equal content, whatever the history that led to it. */
export const canonicalContent = (content: Content): string => canonicalJson(content)
