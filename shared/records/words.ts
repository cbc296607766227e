import * as v from 'valibot'

/** One line as people type it: NFC, single spaces, 1 to `most` letters. */
export const oneLine = (most: number) =>
  v.pipe(
    v.string(),
    v.normalize('NFC'),
    v.transform((text) => text.replace(/\s+/gu, ' ').trim()),
    v.minLength(1),
    v.maxLength(most),
  )

/** Several lines, their breaks kept: NFC, 1 to `most` letters. */
export const severalLines = (most: number) =>
  v.pipe(
    v.string(),
    v.normalize('NFC'),
    v.transform((text) => text.replace(/\r\n?/gu, '\n').trim()),
    v.minLength(1),
    v.maxLength(most),
  )
