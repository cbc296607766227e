import * as Y from 'yjs'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { readContent } from '#shared/document/read.ts'
import { writeStart } from '#shared/document/write.ts'
import type { Content } from '#shared/records/content.ts'
import { LiveDocument, type Admitted, type NotAdmitted } from './live-document.ts'
import { Writer, type Id } from './raw-update.fixture.ts'

export const [AN, BINH, STRANGER] = [11, 22, 666]

const line = (text: string) => ({ part: 'block' as const, kind: null, depth: 0, runs: [{ text }] })
const TEXT: Content = [
  { part: 'block', kind: 'heading', depth: 1, runs: [{ text: 'Nghị quyết', bold: true }] },
  line('Chi bộ thống nhất làm đường'),
  { part: 'table', rows: [[[line('một')], [line('hai')]]] },
  { part: 'derived', kind: 'attendance' },
  line('Hết'),
]

/** A text An began and Bình went on with, on the server and on both phones. */
export class Scene {
  readonly live = new LiveDocument([], new Map())
  readonly an = new Writer('an-phone', AN)
  readonly binh = new Writer('binh-phone', BINH)
  /** Milliseconds the last update took. */
  ms = 0

  constructor() {
    this.an.doc.transact(() => writeStart(this.an.doc, TEXT))
    this.#share(
      this.an.edit(() => undefined),
      this.an,
    )
    this.#share(this.binh.type('Bình thêm một câu'), this.binh)
  }

  /** Somebody with developer tools sends bytes. */
  attack(update: Uint8Array, device = 'stranger-phone'): Admitted | NotAdmitted {
    const begin = performance.now()
    const answer = this.live.admit(update, device)
    this.ms = performance.now() - begin
    return answer
  }

  /** All that could tell that something changed. */
  picture(): object {
    const { doc } = this.live
    return {
      content: canonicalContent(readContent(doc)),
      state: Buffer.from(Y.encodeStateVector(doc)).toString('hex'),
      deletes: Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('hex'),
      roots: [...doc.share.keys()],
      pending: [doc.store.pendingStructs, doc.store.pendingDs],
    }
  }

  /** An and Bình go on writing. @returns what does not hold, as sentences */
  goesOn(): string[] {
    const complaints: string[] = []
    for (const writer of [this.an, this.binh]) {
      const op = writer.edit((content) => {
        const block = content.get(1) as Y.XmlElement
        ;(block.get(0) as Y.XmlText).insert(3, ' viết tiếp 🌾 ')
      })
      if (!this.#share(op, writer)) complaints.push(`${writer.device} is refused`)
    }
    const served = canonicalContent(readContent(this.live.doc))
    for (const writer of [this.an, this.binh])
      if (canonicalContent(readContent(writer.doc)) !== served)
        complaints.push(`${writer.device} reads another text`)
    if (canonicalContent(readContent(fresh(this.live))) !== served)
      complaints.push('a new phone reads another text')
    return complaints
  }

  /** Id of a node: `0` the first block, `1.0` the text in the second. */
  id(path: string): Id {
    let type: Y.XmlFragment | Y.XmlElement = this.live.doc.getXmlFragment('content')
    for (const place of path.split('.')) type = type.get(Number(place)) as Y.XmlElement
    const item = type._item
    if (!item) throw new TypeError('no such node')
    return [item.id.client, item.id.clock]
  }

  /** Id of the first letter of the text in a block. */
  letter(path: string): Id {
    const [client, clock] = this.id(path)
    return [client, clock + 1]
  }

  clockOf(client: number): number {
    return Y.getState(this.live.doc.store, client)
  }

  #share(op: Uint8Array, author: Writer): boolean {
    const answer = this.live.admit(op, author.device)
    if (!answer.ok || !answer.update) return false
    for (const writer of [this.an, this.binh]) writer.hear(answer.update)
    return true
  }
}

/** The text as a phone loads it that has nothing of it. */
export function fresh(live: LiveDocument): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(live.doc))
  return doc
}
