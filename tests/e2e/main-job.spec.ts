import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { House } from './house.ts'

const ROSTER = [
  'Nguyễn Thị Phương Lan, chính thức, bí thư',
  'Trần Văn Hòa, chính thức, phó bí thư',
  ...['Lê Thị Mai', 'Phạm Quốc Hùng', 'Hoàng Đức Tâm', 'Vũ Thị Ngọc Ánh', 'Đặng Văn Sơn'].map(
    (n) => `${n}, chính thức`,
  ),
  ...['Bùi Thị Hạnh', 'Đỗ Minh Khôi', 'Ngô Thị Thu'].map((n) => `${n}, chính thức`),
  'Lý A Páo, dự bị',
].join('\n')

test('the main job: from the printed link to a merged text and a public page', async () => {
  test.setTimeout(240_000)
  const house = await House.open()
  const officer = await App.open()
  const secretary = await App.open()
  const member = await App.open()
  const third = await App.open()
  try {
    await test.step('the officer sets up the commune through the printed link and makes a cell', async () => {
      await officer.visit(house.setUpLink)
      await officer.fill('Tên xã, phường', 'xã Thanh Ba')
      await officer.fill('Họ và tên đồng chí', 'Phạm Thị Yến')
      await officer.press('Lập sổ')
      await officer.press('Mở danh sách chi bộ')
      await officer.press('Lập chi bộ')
      await officer.fill('Tên chi bộ', 'Chi bộ khu Đồng Mạ')
      await officer.page.getByRole('button', { name: 'Lập chi bộ' }).last().click()
      await officer.press('Thêm người')
      await officer.page.getByText('Dán danh sách').click()
      await officer.fill('Danh sách, mỗi dòng một người', ROSTER)
      await officer.press('Xem lại trước khi thêm')
      await officer.press(/Thêm 11 người/u)
      await officer.sees('Nguyễn Thị Phương Lan')
    })
    await test.step('secretary and a member enrol by link, and so does a third phone', async () => {
      await enrol(officer, secretary, house, 'Nguyễn Thị Phương Lan')
      await enrol(officer, member, house, 'Lê Thị Mai')
      await enrol(officer, third, house, 'Trần Văn Hòa')
    })
    console.log(officer.complaints, secretary.complaints)
    expect(officer.complaints).toEqual([])
  } finally {
    for (const app of [officer, secretary, member, third]) await app.close()
    await house.close()
  }
})

async function enrol(inviter: App, phone: App, house: House, name: string): Promise<void> {
  await inviter.visit(`${house.url}/people`)
  await inviter.press(/Chi bộ khu Đồng Mạ/u)
  await inviter.press(new RegExp(name, 'u'))
  await inviter.press('Kết nối máy mới')
  await inviter.press('Sao chép liên kết')
  const link = await inviter.page.evaluate(() => navigator.clipboard.readText())
  await phone.visit(link)
  await phone.press('Tôi đã đọc, tiếp tục')
  await phone.sees('Đọc to sáu số này')
  await inviter.press('Giống nhau, cho vào sổ')
  await phone.press('Mở sổ')
}
