import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, signIn, startDraft } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'

const HOUR = 60 * 60_000
const HELPER = 'Hoàng Văn Tú'

let house: House
let secretary: App
let member: App
let name: string

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  name = /member, .+, (.+):$/mu.exec(house.printed)?.[1] ?? /member, (.+):/u.exec(house.printed)?.[1] ?? ''
  secretary = await App.open()
  member = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  await signIn(member, house, { who: 'member' })
})

test.afterAll(async () => {
  await secretary.close()
  await member.close()
  await house.close()
})

test('[N1] [N4–N7] a lent phone shows one form, writes under the other’s name, and he can say he did not mean it', async () => {
  const draft = await startDraft(secretary)
  await secretary.press('Đưa ra lấy ý kiến')
  await secretary.sees('Đang lấy ý kiến')
  await secretary.canOpenOffline()
  let beside = secretary.page
  await test.step('the secretary lends her phone, without a network', async () => {
    await everythingSent(secretary)
    beside = await secretary.page.context().newPage()
    await beside.goto(`${house.url}/people`)
    await house.stop()
    await secretary.press('Khác')
    await secretary.press('Nhờ người nhập hộ')
    await secretary.press('Đưa máy')
    await secretary.sees('Đồng chí ghi đủ họ và tên.')
    await secretary.fill('Họ và tên người nhập hộ', HELPER)
    await secretary.page.getByLabel('Nhập hộ đồng chí nào').selectOption({ label: name })
    await secretary.page.getByText('1 giờ', { exact: true }).click()
    await secretary.page.getByLabel('Mã để lấy lại máy').fill('2468')
    await secretary.page.getByLabel('Nhập lại mã').fill('2469')
    await secretary.press('Đưa máy')
    await secretary.sees('Hai lần nhập không giống nhau.')
    await secretary.page.getByLabel('Nhập lại mã').fill('2468')
    await secretary.press('Đưa máy')
    await secretary.sees(`${HELPER} đang nhập hộ đ/c ${name}`)
  })
  await test.step('[N7] neither a tab that was open before nor the Back button shows the book', async () => {
    await expect(beside.getByText('Ghi lời góp ý')).toBeVisible()
    await beside.close()
    await secretary.page.goBack()
    await secretary.sees('Ghi lời góp ý')
    await expect(secretary.page.getByRole('navigation')).toHaveCount(0)
  })
  await test.step('[N7] whatever address he opens, he sees the form and the announcements, nothing else', async () => {
    for (const address of [draft, `${house.url}/people`, `${house.url}/me`]) {
      await secretary.visit(address)
      await secretary.sees('Ghi lời góp ý')
      await secretary.doesNotSee('NHIỆM VỤ THÁNG NÀY')
      await expect(secretary.page.getByRole('navigation')).toHaveCount(0)
      await expect(secretary.sheet()).toHaveCount(0)
    }
  })
  await test.step('he writes down what was said; a wrong code does not open the book, the right one does', async () => {
    await secretary.page.getByLabel(`Lời của đ/c ${name}`).fill('Nên làm đường trước mùa mưa.')
    await secretary.press('Ghi vào sổ')
    await secretary.sees('Trong lần này đã ghi 1 lời.')
    await secretary.page.getByLabel(/^Mã của đ\/c/u).fill('1111')
    await secretary.press('Lấy lại máy')
    await secretary.sees('Mã không đúng.')
    await secretary.page.getByLabel(/^Mã của đ\/c/u).fill('2468')
    await secretary.press('Lấy lại máy')
    await secretary.sees('Sinh hoạt thường kỳ')
  })
  await test.step('[N4] [N5] the member finds it in his own list, and says it was not meant so', async () => {
    await house.start()
    await everythingSent(secretary)
    await member.visit(`${house.url}/me`)
    await member.sees('Nên làm đường trước mùa mưa.')
    await member.sees(new RegExp(`${HELPER} nhập hộ trên máy của đ/c`, 'u'))
    await member.press('Không đúng ý tôi')
    await member.sees('Đồng chí đã báo: không đúng ý tôi')
    await everythingSent(member)
  })
  await test.step('[N6] everybody sees beside it who typed it, and that it was not meant so', async () => {
    await secretary.visit(draft)
    await secretary.press(/góp ý/iu)
    await secretary.sees('Nên làm đường trước mùa mưa.')
    await secretary.sees(new RegExp(`${HELPER} nhập hộ, trên máy của đ/c`, 'u'))
    await secretary.sees(`Đ/c ${name}: không đúng ý tôi`)
  })
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
})

test('[N7] when its hours are over the form is gone, and the code still opens the book', async () => {
  await secretary.visit(`${house.url}/lend`)
  await secretary.fill('Họ và tên người nhập hộ', HELPER)
  await secretary.page.getByLabel('Nhập hộ đồng chí nào').selectOption({ label: name })
  await secretary.page.getByLabel('Mã để lấy lại máy').fill('1357')
  await secretary.page.getByLabel('Nhập lại mã').fill('1357')
  await secretary.press('Đưa máy')
  await secretary.sees(`${HELPER} đang nhập hộ đ/c ${name}`)
  await secretary.clockOffBy(3 * HOUR)
  await secretary.visit(house.url)
  await secretary.sees('Đã hết giờ nhập hộ.')
  await secretary.doesNotSee('Ghi lời góp ý')
  await secretary.page.getByLabel(/^Mã của đ\/c/u).fill('1357')
  await secretary.press('Lấy lại máy')
  await secretary.sees('Sinh hoạt thường kỳ')
})
