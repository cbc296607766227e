import { describe, expect, it } from 'vitest'
import { mediaTypeOf } from './attachment-type.ts'
import { pictureSizeIn, sizeWithin } from './picture-size.ts'

const bytes = (...parts: (string | number | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  )
const PNG = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], [0, 0, 0, 13], 'IHDR', [0, 0, 4, 0], [0, 0, 3, 0])
/** A marker with a place, a filling byte, tables, then the frame: 12,000 × 9,000. */
const JPEG = bytes(
  [0xff, 0xd8, 0xff, 0xe1, 0, 8],
  'Exif\0\0',
  [0xff, 0xff, 0xc4, 0, 3, 7],
  [0xff, 0xc2, 0, 17, 8, 0x23, 0x28, 0x2e, 0xe0],
)
const riff = (kind: string, ...rest: number[]) => bytes('RIFF', [9, 9, 9, 9], 'WEBP', kind, rest)
const VP8 = riff('VP8 ', 0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x00, 0x44, 0x00, 0x03)
const VP8L = riff('VP8L', 0, 0, 0, 0, 0x2f, 0xff, 0xc3, 0xbf, 0x00)
const VP8X = riff('VP8X', 10, 0, 0, 0, 0, 0, 0, 0, 0xff, 0x0f, 0, 0xff, 0x2f, 1)

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const zip = (first: string) => bytes('PK', [3, 4], Array(26).fill(0) as number[], first, '.......')

describe('[F5] [F11] what bytes are', () => {
  it.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['image/webp', VP8],
    ['application/pdf', bytes('%PDF-1.7')],
    [DOCX, zip('[Content_Types].xml')],
    [DOCX, zip('word/document.xml')],
    [null, zip('AndroidManifest.xml')],
    [null, bytes(' %PDF-1.7')],
    [null, bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    [null, bytes('RIFF', [9, 9, 9, 9], 'WAVEfmt ')],
    [null, bytes([0xff, 0xd8])],
    [null, bytes()],
  ] as const)('[F5] %s by the first of them', (media, given) => {
    expect(mediaTypeOf(given)).toBe(media)
  })
})

describe('the size of a picture, before it is opened', () => {
  it.each([
    [PNG, 1024, 768],
    [JPEG, 12_000, 9_000],
    [VP8, 1024, 768],
    [VP8L, 1024, 768],
    [VP8X, 4096, 77_824],
  ])('%#: %o is %d × %d', (given, width, height) => {
    expect(pictureSizeIn(given)).toEqual({ width, height })
  })

  it('is unknown where it is not said, and cut bytes break nothing', () => {
    for (const whole of [PNG, JPEG, VP8, VP8L, VP8X])
      for (let length = 0; length < whole.length; length++)
        expect(() => pictureSizeIn(whole.subarray(0, length))).not.toThrow()
    for (const none of [bytes(), bytes('GIF89a'), riff('JUNK'), bytes([0xff, 0xd8, 0, 0])])
      expect(pictureSizeIn(none)).toBeNull()
  })

  it('[F8] no side comes out longer than it may be, none grows, none vanishes', () => {
    expect(sizeWithin({ width: 4000, height: 3000 }, 1024)).toEqual({ width: 1024, height: 768 })
    expect(sizeWithin({ width: 3000, height: 4000 }, 1024)).toEqual({ width: 768, height: 1024 })
    expect(sizeWithin({ width: 640, height: 480 }, 1024)).toEqual({ width: 640, height: 480 })
    expect(sizeWithin({ width: 9000, height: 2 }, 1024)).toEqual({ width: 1024, height: 1 })
  })
})
