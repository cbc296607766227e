import { pictureSizeIn, sizeWithin, type Size } from '#shared/rules/picture-size.ts'
import type { PictureTrouble } from '#client/data/views.ts'

/** What is opened at most, and what may be left of it: longest side in pixels, bytes. */
type How = {
  taken: { bytes: number; megapixels: number }
  left: { side: number; bytes: number }
  signal: AbortSignal
}
type Shrunk = ({ ok: true; bytes: Uint8Array } & Size) | { ok: false; trouble: PictureTrouble }

/** Where a camera's own notes end and the picture's size is told, at the latest. */
const HEAD = 2 * 1024 * 1024
const MILLION = 1_000_000

/**
 * [F8] Draws a picture anew, smaller and upright: what leaves the phone are pixels, not the file. What would not fit
 * into a phone's memory is refused by what its first bytes say, before it is opened.
 */
export async function shrinkPicture(file: Blob, { taken, left, signal }: How): Promise<Shrunk> {
  if (file.size > taken.bytes) return no({ why: 'heavy', bytes: file.size, most: taken.bytes })
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
  const size = pictureSizeIn(head)
  const heic = isHeic(head)
  if (!size && !heic) return no({ why: 'unreadable' })
  const megapixels = size ? (size.width * size.height) / MILLION : 0
  if (megapixels > taken.megapixels) return no({ why: 'large', megapixels, most: taken.megapixels })
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return no({ why: heic ? 'heic' : 'unreadable' })
  try {
    if (signal.aborted) return no({ why: 'canceled' })
    return await fitted(bitmap, left, signal)
  } finally {
    bitmap.close()
  }
}

/** Best first; a side made shorter helps where no quality does. */
const QUALITIES = [0.82, 0.7, 0.58, 0.45] as const
const SHORTER = 0.75

async function fitted(bitmap: ImageBitmap, left: How['left'], signal: AbortSignal): Promise<Shrunk> {
  for (let side = left.side; side > left.side / 4; side *= SHORTER) {
    const size = sizeWithin(bitmap, side)
    const canvas = drawn(bitmap, size)
    for (const quality of QUALITIES) {
      if (signal.aborted) return no({ why: 'canceled' })
      const blob = await smallest(canvas, quality)
      if (blob && blob.size <= left.bytes)
        return { ok: true, bytes: new Uint8Array(await blob.arrayBuffer()), ...size }
    }
  }
  return no({ why: 'unreadable' })
}

function drawn(bitmap: ImageBitmap, { width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.fillStyle = '#fff' // what shines through would come out black
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return canvas
}

/** A browser that does not write WebP writes PNG instead, which is larger. */
async function smallest(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  const blobs = await Promise.all(['image/jpeg', 'image/webp'].map((type) => written(canvas, type, quality)))
  return blobs.flatMap((blob) => blob ?? []).toSorted((a, b) => a.size - b.size)[0] ?? null
}

const written = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))

/** The kind iPhones write: "ftyp" and one of its brands. */
function isHeic(head: Uint8Array): boolean {
  const brand = String.fromCharCode(...head.subarray(4, 12))
  return /^ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1)/u.test(brand)
}

const no = (trouble: PictureTrouble): Shrunk => ({ ok: false, trouble })
