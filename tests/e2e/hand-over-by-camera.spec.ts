import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from './app.ts'
import { enrolPerson, everythingSent, signIn } from './cell.ts'
import { film, seeing, writeFilm } from './film.ts'
import { House } from './house.ts'

const SAID = 'Đề nghị sửa đường xóm Chùa trước mùa mưa.'
/** About ten seconds of holding one phone before the other. */
const PICTURES = 60

const folder = mkdtempSync(join(tmpdir(), 'film-'))
const reel = join(folder, 'codes.y4m')
let house: House
let chair: App
let deputy: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  ;[chair, deputy] = await Promise.all([App.open(), App.open(seeing(reel))])
  await signIn(chair, house, { who: 'secretary' })
  await enrolPerson({ inviter: chair, phone: deputy, house }, /Phó bí thư/u)
  for (const phone of [chair, deputy]) {
    await phone.visit(house.url)
    await phone.canOpenOffline()
    await everythingSent(phone)
  }
})
test.afterAll(async () => {
  await chair.close()
  await deputy.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

test('[J7] a meeting goes from screen to camera, with no network between the phones', async () => {
  const now = `${house.url}/meetings/khu-dong-mit/sh-khu-dong-mit-2026-12/now`
  await house.stop()
  await chair.visit(now)
  await chair.press('Khai mạc')
  await chair.choose(/Phát biểu/u)
  await chair.page.getByLabel('Ai phát biểu').selectOption({ index: 4 })
  await chair.fill('Nội dung', SAID)
  await chair.press('Ghi phát biểu')
  await chair.sees(SAID)

  await chair.choose(/Diễn biến/u)
  await chair.press('Chuyển sang máy khác')
  await chair.press('Cho máy kia quét mã')
  const pictures = await film(chair.page.locator('.moving-code'), PICTURES)
  writeFilm(reel, pictures)

  await deputy.visit(`${house.url}/meetings/take-over`)
  await deputy.press('Quét mã bằng máy ảnh')
  await deputy.sees(/^\d+ điều của /u)
  await deputy.visit(now)
  await deputy.choose(/Phát biểu/u)
  await deputy.sees(SAID)
  expect([...chair.complaints, ...deputy.complaints]).toEqual([])
})
