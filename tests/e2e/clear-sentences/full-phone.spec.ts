import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, signIn, startDraft, typeAtEnd } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'

/** Less than the book holds already: not one byte more goes in. */
const NOTHING_MORE = 1000

let house: House
let secretary: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
})

test.afterAll(async () => {
  await secretary.close()
  await house.close()
})

test('a full phone says so before anybody types, claims nothing, and saves by itself when there is room', async () => {
  const draft = await startDraft(secretary)
  await everythingSent(secretary)
  await secretary.restart()
  await secretary.storageOf(house.url, NOTHING_MORE)

  await test.step('before anybody types', async () => {
    await secretary.visit(house.url)
    await secretary.sees('Khoan viết: máy này không lưu được')
    await secretary.press('Nghị quyết')
    await secretary.press('Soạn nghị quyết mới')
    await secretary.press('Bắt đầu soạn')
    await secretary.sees('Bộ nhớ của máy này đã đầy nên chưa làm được việc này')
  })
  await test.step('while somebody types: nothing is called saved', async () => {
    await openDraft(secretary)
    await typeAtEnd(secretary, 'NHIỆM VỤ THÁNG NÀY', ' Sửa nhà văn hóa')
    await secretary.sees('Chưa lưu được: máy hết chỗ')
    await secretary.sees('Không lưu được')
    await secretary.doesNotSee(/^Đã lưu/u)
  })
  await test.step('leaving the text does not lose it', async () => {
    await secretary.press('Hôm nay')
    await secretary.sees('Nếu vừa viết, đừng đóng trang này')
    await openDraft(secretary)
    await expect(secretary.sheet()).toContainText('Sửa nhà văn hóa')
  })
  await test.step('room is made: saved and sent, and from now on what is typed outlives the browser again', async () => {
    await secretary.storageOf(house.url, null)
    await secretary.sees(/^Đã lưu/u)
    await secretary.doesNotSee('Chưa lưu được')
    await secretary.doesNotSee('Khoan viết')
    // In two places: the savepoint holds the last one only, the other one is the journal's.
    await typeAtEnd(secretary, 'Hạn chế và nguyên nhân', ' do mưa ')
    await typeAtEnd(secretary, 'Biểu dương, nhắc nhở', ' đồng chí Hòa')
    // What is promised: what was typed up to 200 ms before the end is there.
    await secretary.page.waitForFunction((until) => Date.now() >= until, Date.now() + 200)
    await secretary.killAndReopen(draft)
    await expect(secretary.sheet()).toContainText('Biểu dương, nhắc nhở đồng chí Hòa')
    await expect(secretary.sheet()).toContainText('Hạn chế và nguyên nhân do mưa')
    await expect(secretary.sheet()).toContainText('Sửa nhà văn hóa')
    await everythingSent(secretary)
  })
  expect(secretary.complaints).toEqual([])
})

async function openDraft(app: App): Promise<void> {
  await app.press('Nghị quyết')
  await app.press(/Lãnh đạo thực hiện nhiệm vụ tháng/u)
  await expect(app.sheet()).toBeVisible()
}
