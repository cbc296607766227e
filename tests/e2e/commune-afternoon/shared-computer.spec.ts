import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, nothingWaits } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'
import { foundCommune, importCell, makeSlips } from './commune.ts'

const [LAN, HOA, MAI] = ['Nguyễn Thị Phương Lan', 'Trần Văn Hòa', 'Lê Thị Mai'] as const
const CELL = 'Chi bộ Khu 1'

test('a shared computer in the culture house: two books, two PINs, and nobody’s work is lost', async () => {
  const house = await House.open()
  const officer = await App.open()
  const computer = await App.open()
  try {
    await foundCommune(officer, house)
    await importCell(officer, house, CELL, [LAN, HOA, MAI])
    const slips = await makeSlips(officer, house, [LAN, HOA, MAI])
    await test.step('Lan comes in with her slip, alone, and needs no PIN', async () => {
      await computer.visit(house.url)
      await computer.press('Tôi có phiếu kết nối máy')
      await comesIn(computer, officer, house, slips.get(LAN) ?? '')
      await computer.press('Mở sổ')
      await computer.sees('Sinh hoạt thường kỳ')
    })
    await test.step('before Hòa is added, Lan’s book gets a PIN; an easy one is not taken', async () => {
      await computer.visit(`${house.url}/settings`)
      await computer.press('Thêm người dùng máy này')
      await choosePin(computer, '1234')
      await computer.sees('Mã này dễ đoán quá')
      await choosePin(computer, '2580')
      await computer.sees('Mã số trên phiếu')
    })
    await test.step('Hòa comes in with his slip; the door asks who is there, and for a PIN of his own', async () => {
      await comesIn(computer, officer, house, slips.get(HOA) ?? '')
      await computer.press('Mở sổ')
      await computer.sees('Ai đang dùng máy?')
      await computer.press(new RegExp(HOA, 'u'))
      await choosePin(computer, '1357')
      await computer.sees('Sinh hoạt thường kỳ')
      await computer.visit(`${house.url}/settings`)
      await enter(computer, HOA, '1357')
      await computer.sees(`đ/c ${HOA}`)
    })
    await test.step('Mai’s slip does not write her into Hòa’s book', async () => {
      await computer.visit(`${house.url}/enrol#${(slips.get(MAI) ?? '').replaceAll(' ', '')}`)
      await enter(computer, HOA, '1357')
      await computer.sees(`Máy này đang dùng sổ của đ/c ${HOA}`)
      await computer.press('Tôi đã đọc, tiếp tục')
      await approveOne(officer, house)
      await computer.sees(/Sổ trên máy này là của đồng chí khác/u)
      await computer.visit(`${house.url}/settings`)
      await enter(computer, HOA, '1357')
      await computer.sees(`đ/c ${HOA}`)
    })
    await test.step('a wrong PIN opens nothing; after five one has to wait', async () => {
      await computer.page.clock.install()
      await computer.visit(`${house.url}/settings`)
      await computer.press(new RegExp(LAN, 'u'))
      for (let i = 0; i < 5; i++) {
        await opensWith(computer, '1357')
        await expect(computer.page.getByLabel('Mã PIN', { exact: true })).toHaveValue('')
        await computer.sees(i < 4 ? 'Mã PIN không đúng.' : /Sai nhiều lần. Chờ/u)
      }
      await expect(computer.button('Mở sổ')).toBeDisabled()
      await computer.page.clock.fastForward('00:31')
      await opensWith(computer, '2580')
      await computer.sees(`đ/c ${LAN}`)
    })
    await test.step('what Lan wrote without a network waits while Hòa is there, and is sent when she is back', async () => {
      await computer.canOpenOffline()
      await house.stop()
      await computer.press('Nghị quyết')
      await computer.press('Soạn nghị quyết mới')
      await computer.press('Bắt đầu soạn')
      await expect(computer.sheet()).toBeVisible()
      await computer.visit(house.url)
      await computer.sees(/Chờ gửi: [1-9]\d* mục/u)
      await house.start()
      await enter(computer, HOA, '1357')
      await nothingWaits(computer)
      await computer.visit(house.url)
      await computer.sees(/Chờ gửi: [1-9]\d* mục/u)
      await enter(computer, LAN, '2580')
      await everythingSent(computer)
    })
    await test.step('five minutes without a touch lock the book', async () => {
      await computer.press('Khác')
      await computer.press('Cài đặt')
      await computer.press('Khóa ngay')
      await enter(computer, HOA, '1357')
      await computer.sees('Sinh hoạt thường kỳ')
      await computer.page.clock.fastForward('05:30')
      await computer.sees('Ai đang dùng máy?')
    })
    expect(computer.complaints).toEqual([])
  } catch (why) {
    await computer.page
      .screenshot({ path: 'test-results/computer.png', fullPage: true })
      .catch(() => undefined)
    throw why
  } finally {
    for (const app of [officer, computer]) await app.close()
    await house.close()
  }
})

/** Types a slip's digits on the computer; the officer says yes. */
async function comesIn(computer: App, officer: App, house: House, code: string): Promise<void> {
  await computer.fill('Mã số trên phiếu', code)
  await computer.press('Tiếp tục')
  await computer.press('Tôi đã đọc, tiếp tục')
  await computer.sees('Phiếu đã nhận, chờ bí thư duyệt')
  await approveOne(officer, house)
  await computer.sees('Máy này đã vào sổ')
}

async function approveOne(officer: App, house: House): Promise<void> {
  await officer.visit(`${house.url}/people/waiting`)
  await officer.page.getByRole('checkbox').first().check()
  await officer.press('Cho 1 máy vào sổ')
}

async function choosePin(computer: App, pin: string): Promise<void> {
  await computer.fill('Mã PIN mới', pin)
  await computer.fill('Gõ lại mã PIN', pin)
  await computer.press('Đặt mã PIN')
}

/** At the door: who, and the PIN. */
async function enter(computer: App, name: string, pin: string): Promise<void> {
  await computer.press(new RegExp(name, 'u'))
  await opensWith(computer, pin)
}

async function opensWith(computer: App, pin: string): Promise<void> {
  await computer.page.getByLabel('Mã PIN', { exact: true }).fill(pin)
  await computer.press('Mở sổ')
}
