import { writeFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'

const WIDTH = 640
const HEIGHT = 480
/** How much of the picture's height a code fills when somebody holds a phone before another. */
const FILLS = 0.9
const PICTURES_A_SECOND = 10
/** What is neither bright nor dark, and has no colour. */
const GREY = 128

/** Films what moves on a screen: so many pictures of brightness, as a camera of 640 × 480 would see them. */
export async function film(screen: Locator, length: number): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = []
  while (pictures.length < length) {
    const png = (await screen.screenshot()).toString('base64')
    const bright = await screen.evaluate(
      async (_, { png, width, height, fills }) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const pen = new OffscreenCanvas(width, height).getContext('2d')
        if (!pen) return ''
        pen.fillStyle = '#999'
        pen.fillRect(0, 0, width, height)
        const side = height * fills
        pen.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side)
        const { data } = pen.getImageData(0, 0, width, height)
        let letters = ''
        for (let i = 0; i < data.length; i += 4) letters += String.fromCharCode(data[i] ?? 0)
        return btoa(letters)
      },
      { png, width: WIDTH, height: HEIGHT, fills: FILLS },
    )
    pictures.push(new Uint8Array(Buffer.from(bright, 'base64')))
  }
  return pictures
}

/** Writes pictures as the film that a browser's camera shows over and over (YUV4MPEG2). */
export function writeFilm(path: string, pictures: readonly Uint8Array[]): void {
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)
  const frames = pictures.flatMap((bright) => [Buffer.from('FRAME\n'), Buffer.from(bright), colour])
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PICTURES_A_SECOND}:1 Ip A1:1 C420jpeg\n`
  writeFileSync(path, Buffer.concat([Buffer.from(head), ...frames]))
}

/** Lets a browser see a film instead of the room. */
export const seeing = (path: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${path}`,
]
