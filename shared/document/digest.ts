import type { Content } from '#shared/records/content.ts'
import { canonicalHash } from '#shared/rules/canonical.ts'

/**
 * [S9] Short digest of a record: which events it has and what its text says. Server and phone compare it after
 * applying changes; where it differs, the phone asks for the whole record again.
 * @param seqs places of its events in the scope's order, ascending
 */
export function recordDigest(seqs: readonly number[], content: Content | null): string {
  return canonicalHash({ seqs, content }).slice(0, 16)
}
