import { useQueries } from '#client/data/queries.ts'
import { agendaPaper, noticePaper } from '#shared/papers/meeting-papers.ts'
import { sheetText } from '#shared/papers/plain-text.ts'
import type { Sheet } from '#shared/papers/sheet.ts'
import type { Paper } from '#shared/records/agenda.ts'
import { DOCX, type AttachmentId } from '#shared/records/attachment.ts'
import { contentText } from '#shared/records/content.ts'
import type { RecordId, UnitId } from '#shared/records/ids.ts'
import { cellScope } from '#shared/records/scope.ts'
import { ENDINGS, fileNameOf, withoutEnding } from '#shared/rules/file-name.ts'
import { partsOf, type PackageName, type PackagePart } from '#shared/rules/meeting/handbook.ts'
import { bearsSecrecyMarking } from '#shared/rules/secrecy-marking.ts'
import { useSheets } from '#client/features/meetings/papers/use-sheets.ts'
import { useMarkings } from './use-markings.ts'

/** What a part is called and says, and whether it can go into the e-handbook now. */
export type MadePart = {
  part: PackagePart
  title: string
  /** What "Chép" copies. */
  text: string
  /** `away`: its bytes are not on this phone; `checking`: they are being looked at. */
  is: 'ready' | 'toSign' | 'secret' | 'away' | 'checking'
  /** Words of its file's name, what it ends with, and its bytes. */
  file: { words: string; end: string; media: string; bytes: () => Promise<Blob> } | null
}

/** The parts of both packages; which texts and papers they speak of stays as it was when this was called. */
export function useParts(
  of: { unit: () => UnitId; record: () => RecordId },
  fixed: { texts: readonly RecordId[]; papers: readonly Paper[] },
): (which: PackageName) => readonly MadePart[] {
  const queries = useQueries()
  const scope = () => cellScope(of.unit())
  const texts_ = new Map(
    fixed.texts.map((record) => [
      record,
      {
        state: queries.state('resolution', scope, () => record),
        draft: queries.content(scope, () => record),
      },
    ]),
  )
  const sheets = useSheets({
    ...of,
    seals: () => [...texts_.values()].map(({ state }) => state.value?.sealed),
  })
  const { meeting, minutes, about, texts } = sheets
  const bytes = new Map(
    fixed.papers.map(({ file: { id } }) => [id, queries.attachment(scope, () => id)] as const),
  )
  const here = (id: AttachmentId) => bytes.get(id)?.value?.here ?? null
  const marked = useMarkings(fixed.papers, here)

  function ofSheet(part: PackagePart, sheet: Sheet | null): MadePart[] {
    if (!sheet) return []
    const title = titleOf(part, sheet)
    const secret = bearsSecrecyMarking(`${title}\n${contentText(sheet.body)}`)
    const toSign = 'signed' in part && !part.signed
    const docx = async () => (await import('#client/data/paper-file.ts')).docxOf([sheet])
    return [
      {
        ...{ part, title, text: sheetText(sheet), is: secret ? 'secret' : toSign ? 'toSign' : 'ready' },
        file: secret || toSign ? null : { words: title, end: 'docx', media: DOCX, bytes: docx },
      },
    ]
  }
  function ofPaper(part: PackagePart, { file: { id, media }, name }: Paper): MadePart {
    const title = withoutEnding(fileNameOf(name, media))
    const blob = here(id)
    const secret = bearsSecrecyMarking(title) || (media === DOCX && marked.value.get(id) === true)
    const checking = blob !== null && media === DOCX && !marked.value.has(id)
    const is = secret ? 'secret' : blob === null ? 'away' : checking ? 'checking' : 'ready'
    const file =
      is === 'ready' && blob
        ? { words: title, end: ENDINGS[media], media, bytes: () => Promise.resolve(blob) }
        : null
    return { part, title, text: title, is, file }
  }

  return (which) => {
    const [state, known] = [meeting.value, about.value]
    if (!state || !known) return []
    const stages = texts.value.map((row) => ({
      record: row.record,
      adopted: row.adoptedAt !== undefined,
      signed: row.signedOn !== undefined,
    }))
    const ofMinutes = minutes.value && {
      ...{ record: of.record(), adopted: minutes.value.adopted !== undefined },
      signed: minutes.value.sealed !== undefined,
    }
    return partsOf(which, state, { texts: stages, minutes: ofMinutes ?? null }).flatMap(
      (part): MadePart[] => {
        switch (part.kind) {
          case 'notice':
            return ofSheet(part, noticePaper(known))
          case 'agenda':
            return ofSheet(part, agendaPaper(known))
          case 'paper':
            return [ofPaper(part, part.paper)]
          case 'minutes':
            return ofSheet(part, sheets.sheetOfMinutes())
          case 'draft':
          case 'text': {
            const text = texts_.get(part.record)
            return ofSheet(part, sheets.sheetOfText(part.record, text?.state.value, text?.draft.value))
          }
          default:
            return part satisfies never
        }
      },
    )
  }
}

/** `Nghị quyết về …`, `Dự thảo nghị quyết về …`: as a paper is spoken of, whatever the language of the app. */
function titleOf({ kind }: PackagePart, { type = '', summary = '' }: Sheet): string {
  const named = `${kind === 'draft' ? 'dự thảo ' : ''}${type.toLocaleLowerCase('vi')} ${summary}`.trim()
  return named.charAt(0).toLocaleUpperCase('vi') + named.slice(1)
}
