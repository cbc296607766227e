const GRADES = '(?:tuyệt mật|tối mật|mật)'
/** "Độ mật: Mật" as a form has it, whatever its letters. */
const FIELD = new RegExp(`^(?:độ|mức độ) mật\\s*:\\s*${GRADES}$`, 'iu')
/** In a box, before or behind the words it marks. */
const BOX = new RegExp(`[[(|【]\\s*(?:TUYỆT MẬT|TỐI MẬT|MẬT)\\s*[\\])|】]`, 'u')
const ALONE = /^(?:TUYỆT MẬT|TỐI MẬT|MẬT)$/u
/** Written in small letters these two mean nothing else; "mật" alone is honey. */
const ALONE_ANY = /^(?:tuyệt mật|tối mật)$/iu

/**
 * [S18] Whether a text bears a marking of secrecy that stands by itself: on a line of its own, in a box, in a field of a form.
 * Words that have it inside them ("nuôi ong mật", "mật độ", "bí mật") are words like others.
 */
export function bearsSecrecyMarking(text: string): boolean {
  return text
    .normalize('NFC')
    .split(/[\n\r\u2028\u2029\t]/u)
    .map((line) =>
      line
        .replace(/[*_~"“”]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .some((line) => {
      const bare = line.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
      return ALONE.test(bare) || ALONE_ANY.test(bare) || FIELD.test(bare) || BOX.test(line)
    })
}

/** [S18] Whether any text somebody typed into a command bears one; what names things is short and has none. */
export function commandBearsMarking(command: unknown): boolean {
  if (typeof command === 'string') return bearsSecrecyMarking(command)
  if (typeof command !== 'object' || command === null) return false
  return Object.values(command).some(commandBearsMarking)
}
