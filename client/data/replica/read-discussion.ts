import { placeOf, textOf } from '#shared/document/anchor.ts'
import { elementName } from '#shared/document/element-name.ts'
import { proposedParagraph, standsUnchanged } from '#shared/document/put-wording.ts'
import { readLocated } from '#shared/document/read.ts'
import type { Remark } from '#shared/records/discussion.ts'
import type { RecordedEvent } from '#shared/records/event.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { Pending, PhoneBook, StoredDocument } from '#client/data/book/book.ts'
import type { DiscussionView, RemarkView } from '#client/data/views.ts'
import { buildDocument } from './documents.ts'
import type { Identity } from './identity.ts'
import { localState } from './state.ts'
import type * as Y from 'yjs'

type Known = {
  key: readonly [ScopeId, RecordId]
  me: Identity | undefined
  confirmed: readonly RecordedEvent[]
  stored: StoredDocument | undefined
  pending: readonly Pending[]
}

/** A text with everything that is said about it, each at the part it is about now; own pending work included. */
export async function readDiscussion(
  book: PhoneBook,
  { key: [scope, record], me, confirmed, stored, pending }: Known,
): Promise<DiscussionView | null> {
  if (!me) return null
  const place = { scope, record, kind: 'resolution' } as const
  const { state } = await localState(book, me, place, { confirmed, pending })
  if (state === null) return null
  const { remarks, versions } = state as Resolution
  const doc = buildDocument(stored, pending)
  const located = readLocated(doc)
  const parts = located.map(({ part, element }) => ({ name: elementName(element) ?? '', part }))
  const view = { parts, versions, remarks: remarks.map((remark) => remarkView(doc, remark, parts)) }
  doc.destroy()
  return view
}

function remarkView(doc: Y.Doc, remark: Remark, parts: DiscussionView['parts']): RemarkView {
  const { anchor, says } = remark
  const place = anchor && placeOf(doc, anchor)
  const part = place ? parts[place.index]?.part : undefined
  const where = place && part ? { part: place.part, index: place.index, paragraph: textOf(part) } : null
  if (says.is === 'comment') return { ...remark, where, proposed: null }
  const proposed = { anchor, says }
  return {
    ...remark,
    where,
    proposed: { ...proposedParagraph(proposed), unchanged: standsUnchanged(proposed, place) },
  }
}
