import type { CellKind } from '#shared/records/unit.ts'
import { plain } from '#client/i18n/names.ts'

const SIGNS: readonly (readonly [RegExp, CellKind])[] = [
  [/\b(truong|thcs|thpt|tieu hoc|mam non|mau giao|y te|benh vien)\b/, 'publicService'],
  [/\b(cong ty|htx|hop tac xa|doanh nghiep|xi nghiep|quy tin dung)\b/, 'enterprise'],
  [/\b(cong an|quan su|ubnd|uy ban|co quan|dang uy|hdnd|mat tran|khoi)\b/, 'administrative'],
  [/\b(khu|thon|ban|xom|ap|lang|buon|to dan pho|to \d+)\b/, 'village'],
]

/** What kind of cell a name sounds like; a person may say otherwise. */
export function kindFromName(name: string): CellKind {
  return SIGNS.find(([sign]) => sign.test(plain(name)))?.[1] ?? 'other'
}
