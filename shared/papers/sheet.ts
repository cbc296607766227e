import type { Content } from '#shared/records/content.ts'

/** Somebody's place to sign: post lines above, room, the printed name below. */
export type Signature = { lines: readonly string[]; name: string }

/** One official paper as plain data; screen, print and file show the same. */
export type Sheet = {
  /** Names the file. */
  name: string
  /** Superior body, and the body that issues it. */
  left: { superior: string; body: string }
  motto: string
  /** `Số 05-NQ/CB`; absent where it has none yet. */
  number?: string
  placeDate: string
  /** Of what type it is, in capitals; absent on a letter. */
  type?: string
  summary?: string
  hyphens: boolean
  body: Content
  signatures: { left?: Signature; right: Signature }
  recipients: readonly string[]
  /** "Dự thảo lần 1", "Tạm ghi, chờ xác nhận": over everything. */
  marks: readonly string[]
  /** Short hash and the address that says whether it is genuine. */
  seal?: { hash: string; address: string }
}
