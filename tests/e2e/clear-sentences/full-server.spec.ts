import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, invite, signIn, startDraft, typeAtEnd } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'
import { smallDisk, type SmallDisk } from '#tests/e2e/small-disk.ts'

/** More than lies free inside the pages of the server's file. */
const LONG = 'Vận động nhân dân hiến đất làm đường nội đồng. '.repeat(200)

let disk: SmallDisk
let house: House
let secretary: App

test.beforeAll(async () => {
  disk = smallDisk()
  house = await House.open({ demo: true, dataDir: disk.dataDir })
  // The log of a database that was closed in order begins anew, without room of its own.
  await house.stop()
  await house.start()
  secretary = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
})

test.afterAll(async () => {
  await secretary.close()
  await house.close()
  disk.remove()
})

test('the server’s disk is full: said in words, everything kept, and sent by itself when there is room', async () => {
  test.info().annotations.push({ type: 'disk', description: disk.what })
  const draft = await startDraft(secretary)
  await everythingSent(secretary)
  await disk.fill(house)
  await typeAtEnd(secretary, 'NHIỆM VỤ THÁNG NÀY', ' Năm việc: ')
  await secretary.paste(LONG)
  await secretary.sees('Chờ gửi: 1')
  await secretary.sees('Chưa gửi được')
  await secretary.press(/Lưu và gửi/u)
  await secretary.sees('Máy chủ của xã đã hết chỗ')
  await secretary.sees('sẽ tự gửi khi máy chủ có chỗ')
  expect(house.printed).toContain('507')

  if (disk.toTheLastByte) {
    await invite(secretary, house)
    await secretary.sees('Máy chủ của xã đã hết chỗ nên chưa làm được việc này')
  }

  await disk.makeRoom(house)
  await everythingSent(secretary)
  await secretary.visit(draft)
  await expect(secretary.sheet()).toContainText(`Năm việc: ${LONG.trim()}`)
  expect(secretary.complaints).toEqual([])
})
