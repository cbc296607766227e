import { plain } from '#client/i18n/names.ts'
import type { Field } from './sheet.ts'

/** Why a column stays in the file, where it has to be said. */
export type Kept = 'card' | 'contact' | 'address'
export type Heading = { field: Field; kept?: Kept } | null

const LEAVE: Heading = { field: 'leave' }

/**
 * What offices write above their columns, without marks and capitals. The first that fits holds, so what must never be
 * taken over comes first: card and identity numbers, telephones, addresses.
 */
const HEADINGS: readonly (readonly [RegExp, Heading])[] = [
  [
    /\b(cccd|cmnd|cmt|can cuoc|dinh danh|so the|the dang|so hieu|shdv|ma so)\b|^so dv$/,
    { field: 'leave', kept: 'card' },
  ],
  [/\b(dien thoai|sdt|so dt|di dong|phone|mobile|email|zalo)\b|^dt$/, { field: 'leave', kept: 'contact' }],
  [
    /\b(dia chi|cho o|noi o|que quan|nguyen quan|thuong tru|tam tru|ho khau|noi sinh|address)\b(?! hoat)/,
    { field: 'leave', kept: 'address' },
  ],
  [/^(stt|tt|so tt|so thu tu|no|#)$/, LEAVE],
  [/\b(ngay|nam|thang)\b.*\bsinh\b(?! hoat)|^sinh (ngay|nam)|^ns$|birth|^dob$/, { field: 'birth' }],
  [/chinh thuc.*\/.*du bi|^ct ?\/ ?db$/, { field: 'status' }],
  [/chinh thuc/, { field: 'officialDate' }],
  [/\bdu bi$/, { field: 'probationaryMark' }],
  [/^(dang vien )?(duoc )?mien\b/, { field: 'exemptMark' }],
  [/vao dang|ket nap|tuoi dang|gioi tinh|dan toc|ton giao|trinh do|nghe nghiep|huy hieu/, LEAVE],
  [/^dien\b|tinh trang|trang thai|^loai (dv|dang vien)|\bstatus$/, { field: 'status' }],
  [/chuc vu|chuc danh|^nhiem vu|\bduty\b|position/, { field: 'duty' }],
  [
    /^(ho|ho dem|ho lot|ho (va )?(ten|chu) (dem|lot)|ho va dem|family name|surname)$/,
    { field: 'familyName' },
  ],
  [/^(ten|given name|first name)$/, { field: 'givenName' }],
  [/\bho (va |& )?ten\b|^ten dang vien|^(ten )?dang vien$|^(full )?name$/, { field: 'name' }],
  [
    /^(ten |thuoc )?(chi bo|cb|don vi|to chuc dang)\b|sinh hoat (tai )?chi bo|noi sinh hoat|^cell$/,
    { field: 'cell' },
  ],
]

/** The field a heading names, null when it names none this app knows. */
export function headingOf(text: string): Heading {
  const words = plain(text)
    .replace(/\(.*?\)/gu, ' ')
    .replace(/[^\p{L}\p{N}/#&]+/gu, ' ')
    .trim()
  if (words === '') return null
  return HEADINGS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
