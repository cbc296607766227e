import * as Y from 'yjs'
import { canonicalJson } from '#shared/rules/canonical.ts'
import { elementName } from '#shared/document/element-name.ts'
import { REMOTE } from '#shared/document/local-work.ts'
import { putPart } from '#shared/document/put-part.ts'
import { readContent, readLocated } from '#shared/document/read.ts'
import { wordsOfUpdate } from '#shared/document/words.ts'
import { appendPart } from '#shared/document/write.ts'
import { contentText } from '#shared/records/content.ts'
import type { StoredJournal, StoredSavepoint } from '#client/data/book/book.ts'
import type { DocumentSession } from './document-session.ts'

/** A journal left behind, and the document it holds. */
export type FoundJournal = { row: StoredJournal; doc: Y.Doc }

/**
 * Takes into a new session what dead sessions of this phone wrote and the book does not know: neither lost nor doubled.
 * Finished bursts keep their own ids, so taking them twice changes nothing; the unfinished word becomes this session's.
 * @param refusals of this document known now; other than when a journal began, its words rest on refused ones
 * @returns words that could not be put into the document
 */
export function recoverInto(
  session: DocumentSession,
  found: readonly FoundJournal[],
  left: { savepoint: StoredSavepoint | undefined; refusals: number },
): string[] {
  const homeless: string[] = []
  for (const { row, doc } of found) {
    const fresh = unknownWork(session.doc, doc)
    if (!fresh) continue
    if (row.refusals === left.refusals && fresh.whole)
      session.takeOver({ client: row.client, update: fresh.update })
    else homeless.push(wordsOfUpdate(fresh.update))
  }
  if (left.savepoint && !finish(session, left.savepoint)) homeless.push(contentText([left.savepoint.part]))
  return homeless.map((words) => notStandingIn(session.doc, words)).filter((words) => words !== '')
}

/** The words of dead sessions where nothing may be written any more. */
export function wordsLeft(
  known: Y.Doc,
  found: readonly FoundJournal[],
  savepoint: StoredSavepoint | undefined,
): string {
  const words = found
    .map(({ doc }) => unknownWork(known, doc))
    .map((work) => (work ? wordsOfUpdate(work.update) : ''))
  const overtaken =
    savepoint && found.some(({ doc }) => Y.getState(doc.store, savepoint.client) > savepoint.clock)
  if (savepoint && !overtaken && !sameText(savepoint)) words.push(contentText([savepoint.part]))
  return words
    .map((text) => notStandingIn(known, text))
    .filter(Boolean)
    .join('\n')
}

/**
 * What one document holds beyond another, deletes included, as one update. Yjs itself works it out: applied to a copy,
 * the update that the copy emits is the difference and nothing else.
 */
export function unknownWork(known: Y.Doc, other: Y.Doc): { update: Uint8Array; whole: boolean } | null {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(known), REMOTE)
  const emitted: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => emitted.push(update))
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(other), REMOTE)
  const whole = copy.store.pendingStructs === null && copy.store.pendingDs === null
  copy.destroy()
  if (whole) return emitted.length > 0 ? { update: Y.mergeUpdates(emitted), whole } : null
  return { update: Y.encodeStateAsUpdate(other, Y.encodeStateVector(known)), whole }
}

/**
 * Puts the unfinished word into the document as this session's own edit.
 * @returns false when it has no place there any more
 */
function finish({ doc }: DocumentSession, savepoint: StoredSavepoint): boolean {
  const { client, clock, element: name, part, was } = savepoint
  const reached = Y.getState(doc.store, client)
  if (reached > clock) return true // its flush happened
  const parts = readLocated(doc)
  if (name === null) {
    if (!sameValue(parts.at(-1)?.part, part)) appendPart(doc, part)
    return true
  }
  const found = parts.find(({ element }) => elementName(element) === name)
  if (!found) return sameText(savepoint)
  if (sameValue(found.part, part)) return true
  // Moved on at the same clock: a flush that only deleted happened, and others wrote since.
  if (reached === clock && !sameValue(found.part, was)) return false
  let put = false
  doc.transact(() => (put = putPart(found.element, part)))
  return put
}

const sameValue = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

const sameText = ({ was, part }: StoredSavepoint): boolean =>
  was !== null && contentText([was]) === contentText([part])

/** Lines that are not in the document, whoever put them there. */
function notStandingIn(doc: Y.Doc, words: string): string {
  const standing = contentText(readContent(doc))
  const missing = words.split('\n').filter((line) => line.trim() !== '' && !standing.includes(line.trim()))
  return missing.join('\n')
}
