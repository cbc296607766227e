/**
 * [E12] The secret of a printed slip: sixteen digits, 53 bits. Digits alone, because a Vietnamese keyboard turns letters
 * typed after one another into others, and because no two of them look alike.
 */
export const SLIP_CODE = /^\d{16}$/

/** As it is printed and read aloud: four groups of four. */
export const groupedSlipCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

/** What somebody typed, without what people put between groups; null when it is not sixteen digits. */
export function readSlipCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s.,–-]/gu, '')
  return SLIP_CODE.test(digits) ? digits : null
}
