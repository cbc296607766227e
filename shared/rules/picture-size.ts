/** Width and height in pixels. */
export type Size = { width: number; height: number }

/** [F8] The size a picture is drawn at: its own, or smaller so that no side is longer than `longest`. */
export function sizeWithin({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}

/**
 * What a JPEG, PNG or WebP says of its size in its first bytes, so that one too large for the phone's memory is never
 * opened; null when it is none of them or says nothing there.
 */
export function pictureSizeIn(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
    if (view.getUint16(0) === 0xffd8) return jpegSize(view)
    return view.getUint32(8) === 0x57454250 ? webpSize(view) : null
  } catch {
    return null // it ends before it says so
  }
}

function jpegSize(view: DataView): Size | null {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // filling
      continue
    }
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
}

/** Start of frame, but for the three markers in that row which are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function webpSize(view: DataView): Size | null {
  const low14 = (at: number) => view.getUint16(at, true) & 0x3fff
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 "
      return { width: low14(26), height: low14(28) }
    case 0x5650384c: {
      // "VP8L"
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: {
      // "VP8X"
      const low24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
      return { width: low24(24) + 1, height: low24(27) + 1 }
    }
    default:
      return null
  }
}
