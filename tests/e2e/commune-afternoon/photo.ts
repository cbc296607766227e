import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** A JPEG of many colours, as a camera held upright writes it: lying on its side, with the place where it was taken. */
export async function photo(
  page: Page,
  { width, height }: { width: number; height: number },
): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas')
      canvas.width = w
      canvas.height = h
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D
      let seed = 20261203
      const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below
      pen.fillStyle = '#3a7d44'
      pen.fillRect(0, 0, w, h)
      for (let i = 0; i < 4000; i++) {
        pen.fillStyle = `hsl(${next(360)} ${next(60)}% ${30 + next(50)}%)`
        pen.fillRect(next(w), next(h), 3 + next(w / 16), 3 + next(h / 16))
      }
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
    },
    [width, height] as const,
  )
  const plain = Buffer.from(base64, 'base64')
  return Buffer.concat([plain.subarray(0, 2), cameraNotes(), plain.subarray(2)])
}

/** A file a person would choose, of any number of bytes. */
export function fileOf(folder: string, name: string, bytes: Buffer, atLeast = 0): string {
  const path = join(folder, name)
  writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(Math.max(0, atLeast - bytes.length))]))
  return path
}

/** As a file of this name; of a picture so large only what its first bytes say. */
export function claimsToBe(photo: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const copy = Buffer.from(photo)
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0, 0, 17, 8]))
  if (frame < 0) throw new Error('no start of frame')
  copy.writeUInt16BE(height, frame + 5)
  copy.writeUInt16BE(width, frame + 7)
  return copy
}

/** EXIF: to be turned by a quarter, 21°19′ N, 105°13′ E, and a name. */
function cameraNotes(): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(count, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const list = (...entries: Buffer[]) => {
    const count = Buffer.alloc(2)
    count.writeUInt16LE(entries.length)
    return Buffer.concat([count, ...entries, Buffer.alloc(4)])
  }
  const degrees = (d: number, m: number) => {
    const bytes = Buffer.alloc(24)
    for (const [i, n] of [d, 1, m, 1, 0, 1].entries()) bytes.writeUInt32LE(n, i * 4)
    return bytes
  }
  const [SHORT, LONG, ASCII, RATIONAL] = [3, 4, 2, 5]
  const places = 8 + 2 + 3 * 12 + 4
  const name = places + 2 + 4 * 12 + 4
  const [north, east] = [name + 16, name + 40]
  const tiff = Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    list(entry(0x010f, ASCII, 16, name), entry(0x0112, SHORT, 1, 6), entry(0x8825, LONG, 1, places)),
    list(
      entry(1, ASCII, 2, 0x4e),
      entry(2, RATIONAL, 3, north),
      entry(3, ASCII, 2, 0x45),
      entry(4, RATIONAL, 3, east),
    ),
    Buffer.from('MAYANHCUAAN-0001', 'latin1'),
    degrees(21, 19),
    degrees(105, 13),
  ])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
