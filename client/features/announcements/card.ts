import type { Notice } from '#shared/records/announcement.ts'
import { dayAndHour } from '#shared/events/notice-dates.ts'
import { linesWithin, sizeThatFits } from './card-lines.ts'

export type CardOf = { notice: Notice; unit: string; superior: string; picture: Blob | null }

/** What messengers ask for, and what a link may cost on 2G. */
const [WIDTH, HEIGHT] = [1200, 630]
const MOST_BYTES = 100 * 1024
const QUALITIES = [0.86, 0.76, 0.64, 0.5] as const

const PAPER = '#fbf7ef'
const INK = '#1f1a17'
const FAINT = '#5b5049'
const RED = '#a4161a'
const GOLD = '#b8860b'
const FONT = 'system-ui, "Noto Sans", sans-serif'

const LEFT = 76
const PICTURE_WIDTH = 400
const TITLES = [78, 70, 62, 54, 48, 42] as const

/**
 * [A13] The card that a messenger shows beside the link: who, what, when, where on the book's paper, and the picture
 * where there is one. Null where this browser cannot draw it.
 */
export async function drawCard({ notice, unit, superior, picture }: CardOf): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const beside = picture && (await createImageBitmap(picture).catch(() => null))
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = RED
  pen.fillRect(0, 0, 24, HEIGHT)
  if (beside) cover(pen, beside)
  const width = WIDTH - 2 * LEFT - (beside ? PICTURE_WIDTH - 24 : 0)
  heading(pen, { unit, superior, width })
  const top = facts(pen, notice, width)
  title(pen, notice.title, { width, top })
  beside?.close()
  return withinBytes(canvas)
}

type Pen = CanvasRenderingContext2D

function heading(
  pen: Pen,
  { unit, superior, width }: { unit: string; superior: string; width: number },
): void {
  line(pen, superior, { y: 84, font: `400 30px ${FONT}`, ink: FAINT, width })
  line(pen, unit, { y: 132, font: `700 40px ${FONT}`, ink: INK, width })
  pen.fillStyle = GOLD
  pen.fillRect(LEFT, 160, width, 3)
}

/** When and where, else how the text begins, from below. @returns where they begin */
function facts(pen: Pen, { when, where, body }: Notice, width: number): number {
  const begins = when === undefined && !where
  const told = [
    ...(when === undefined ? [] : [{ text: dayAndHour(when), font: `700 38px ${FONT}`, ink: RED, most: 2 }]),
    // Where it is is known to those it is for; what it is about is what the card is for.
    ...(where ? [{ text: where, font: `400 34px ${FONT}`, ink: INK, most: 1 }] : []),
    ...(begins ? [{ text: body, font: `400 34px ${FONT}`, ink: INK, most: 3 }] : []),
  ]
  let y = HEIGHT - 56
  for (const { text, font, ink, most } of told.toReversed()) {
    pen.font = font
    const lines = linesWithin(text, (words) => pen.measureText(words).width, { width, most })
    for (const each of lines.toReversed()) {
      line(pen, each, { y, font, ink, width })
      y -= 48
    }
    y -= 6
  }
  return y
}

/** As large as it fits between the gold line and the facts, and in the middle of that room. */
function title(pen: Pen, text: string, { width, top }: { width: number; top: number }): void {
  const from = 176
  const room = top - from
  const weight = (size: number) => `700 ${size}px ${FONT}`
  const { size, lines } = sizeThatFits(TITLES, (tried) => {
    pen.font = weight(tried)
    const most = Math.max(1, Math.floor(room / (tried * 1.22)))
    return linesWithin(text, (words) => pen.measureText(words).width, { width, most })
  })
  const height = lines.length * size * 1.22
  let y = from + (room - height) / 2 + size
  for (const each of lines) {
    line(pen, each, { y, font: weight(size), ink: INK, width })
    y += size * 1.22
  }
}

function line(pen: Pen, text: string, of: { y: number; font: string; ink: string; width: number }): void {
  pen.font = of.font
  pen.fillStyle = of.ink
  const [first = ''] = linesWithin(text, (words) => pen.measureText(words).width, {
    width: of.width,
    most: 1,
  })
  pen.fillText(first, LEFT, of.y)
}

/** Fills the right side, cut at its edges like a window. */
function cover(pen: Pen, picture: ImageBitmap): void {
  const scale = Math.max(PICTURE_WIDTH / picture.width, HEIGHT / picture.height)
  const [w, h] = [PICTURE_WIDTH / scale, HEIGHT / scale]
  const [x, y] = [(picture.width - w) / 2, (picture.height - h) / 2]
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, x, y, w, h, WIDTH - PICTURE_WIDTH, 0, PICTURE_WIDTH, HEIGHT)
}

/** JPEG, because every messenger shows that. */
async function withinBytes(canvas: HTMLCanvasElement): Promise<Blob | null> {
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (blob && blob.size <= MOST_BYTES) return blob
  }
  return null
}
