import { inject, type InjectionKey, type Ref } from 'vue'
import type * as Y from 'yjs'
import type { Part } from '#shared/records/content.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { SessionView } from './document-session.ts'
import type { PresentView } from './views.ts'

/** Why a document cannot be written here and now. */
export type ReadonlyWhy = 'notAllowed' | 'documentClosed' | 'newerSchema' | 'openElsewhere'

/** The one top-level part somebody is typing in, as it is in the document and as it is on screen. */
export type Unfinished = {
  /** The element that shows it; null when the part is not in the document yet. */
  element: Y.XmlElement | null
  index: number
  was: Part | null
  part: Part
}

export interface DraftView extends SessionView {
  /** What is on screen and not yet in the document; asked when the savepoint is written. */
  unfinished(): Unfinished | null
}

/** A document open for writing: whatever reaches it survives the death of the tab. */
export interface OpenDraft {
  readonly doc: Y.Doc
  /** Others write in it too: joining and deleting blocks may cost them words this phone has not seen. */
  readonly together: boolean
  /** The last save failed: nothing can be kept on this phone. */
  readonly trouble: Readonly<Ref<null | 'full' | 'blocked'>>
  /** Who else has it open for writing at this moment, as far as this phone is told. */
  readonly others: Readonly<Ref<readonly PresentView[]>>
  show(view: DraftView): void
  /** Something was typed that is not in the document yet. */
  typed(): void
  /** A burst was written into the document. */
  written(): void
  /** A word ended: others' changes may come in. */
  letIn(): void
  /** The caret is in this top-level part, or in none: shown to whoever writes here too. */
  caretIn(element: Y.XmlElement | null): void
  /** Gives a command with words of its own: both are saved as one. @returns why not, or null */
  giveWithWords(
    command: unknown,
    words: (doc: Y.Doc, client: number) => Uint8Array | null,
  ): Promise<Refusal | null>
  /** Saves strictly and puts the journal away; called once, when the editor closes. */
  close(): Promise<void>
}

/** The only way to write in a document. */
export interface Drafts {
  open(scope: ScopeId, record: RecordId): Promise<OpenDraft | { readonly: ReadonlyWhy }>
  /** At the start: takes up what tabs that died left behind, without opening it. */
  recoverAll(): Promise<void>
}

export const draftsKey: InjectionKey<Drafts> = Symbol('drafts')

export function useDrafts(): Drafts {
  const drafts = inject(draftsKey)
  if (!drafts) throw new Error('no book is open above this component')
  return drafts
}
