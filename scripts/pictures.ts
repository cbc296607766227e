import { mkdirSync } from 'node:fs'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, signIn, typeAtEnd } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'

// node scripts/pictures.ts: takes the pictures a phone shows before it installs the app, of the demo as it is. Needs a build.

const FOLDER = 'public/screens'
const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 800 }

mkdirSync(FOLDER, { recursive: true })
const house = await House.open({ demo: true })
const app = await App.open()
try {
  await signIn(app, house, { who: 'secretary' })
  await everythingSent(app)
  await picture('today')
  await app.press(/Mở dự thảo tháng/u)
  await typeAtEnd(app, 'Công tác chính trị, tư tưởng', ' ')
  await app.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await app.page.evaluate(() => scrollTo(0, 0))
  await everythingSent(app)
  await picture('draft')
  await app.page.setViewportSize(WIDE)
  await app.page.screenshot({ path: `${FOLDER}/wide.png` })
} finally {
  await app.close()
  await house.close()
}

async function picture(name: string): Promise<void> {
  await app.page.setViewportSize(PHONE)
  await app.page.screenshot({ path: `${FOLDER}/${name}.png` })
}
