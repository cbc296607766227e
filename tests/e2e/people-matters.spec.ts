import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'
import { bookOf } from './phone-book.ts'

const LAN = 'Hà Thị Hương Lan'
const CELL = 'khu-dong-mit'

let house: House
let secretary: App
let member: App
let officer: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  member = await App.open()
  officer = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  await signIn(member, house, { who: 'member' })
  await officer.visit(house.demoLinks[0] ?? '')
  await officer.press('Tôi đã đọc, tiếp tục')
  await officer.press('Mở sổ')
  await officer.sees('Các chi bộ trong xã')
})

test.afterAll(async () => {
  for (const app of [secretary, member, officer]) await app.close()
  await house.close()
})

const tab = (name: RegExp) => secretary.choose(name)
const radio = (name: string) => secretary.page.getByRole('radio', { name, exact: true })

test('[O1–O10] [D20–D24] from a candidate in the office to a member in the roster', async () => {
  await test.step('the secretary is reminded that somebody’s probation ends; he notes a candidate', async () => {
    await secretary.canOpenOffline()
    await secretary.sees('Sắp hết thời gian dự bị')
    await secretary.visit(`${house.url}/people/${CELL}`)
    await secretary.press('Nguồn kết nạp đảng')
    await secretary.sees('Chưa ghi quần chúng nào')
    await secretary.press('Thêm quần chúng')
    await secretary.press('Lưu')
    await secretary.sees('Đồng chí ghi đủ họ và tên.')
    await secretary.fill('Họ và tên', LAN)
    await secretary.fill('Năm sinh', '2001')
    await secretary.fill('Nơi ở', 'Khu Đồng Mít, giáo viên mầm non')
    await secretary.press('Lưu')
    await secretary.sees(/Còn thiếu: đảng viên giúp đỡ, lớp nhận thức về Đảng/u)
  })

  await test.step('two official members help, the course is done: nothing is missing', async () => {
    await secretary.press('Phân công giúp đỡ')
    for (const n of [1, 2]) {
      const helper = secretary.page.getByLabel(`Người giúp đỡ thứ ${n}`)
      await helper.selectOption({ index: n + 1 })
    }
    await secretary.press('Lưu')
    await secretary.doesNotSee(/Còn thiếu: đảng viên giúp đỡ/u)
    await secretary.press('Ghi việc học lớp nhận thức')
    await secretary.fill('Ngày học xong', '2026-05-20')
    await secretary.press('Lưu')
    await secretary.sees('Đủ các việc sổ theo dõi')
    await radio('Đang làm hồ sơ').check()
    await everythingSent(secretary)
  })

  await test.step('a member is not shown the list, and his phone has nothing of it', async () => {
    await member.visit(`${house.url}/people/${CELL}/candidates`)
    await member.sees('Trang này của bí thư, phó bí thư và chi ủy.')
    await member.visit(`${house.url}/people/${CELL}`)
    await member.sees('Đảng viên dự bị')
    await expect(member.button('Nguồn kết nạp đảng')).toHaveCount(0)
    expect(JSON.stringify(await bookOf(member))).not.toContain(LAN)
  })

  await test.step('planning proposes both matters; the candidate goes on the agenda', async () => {
    await secretary.press('Sinh hoạt')
    await secretary.page
      .getByRole('link', { name: /Có kế hoạch/u })
      .first()
      .click()
    await secretary.sees('Việc về con người có thể đưa vào')
    await secretary.sees(/Công nhận đảng viên chính thức: /u)
    await secretary.press(`Đưa vào chương trình: ${LAN}`)
    await secretary.sees(`Xét kết nạp quần chúng ${LAN} vào Đảng`)
    await expect(secretary.button(`Đưa vào chương trình: ${LAN}`)).toHaveCount(0)
    await everythingSent(secretary)
  })

  await test.step('without a network the meeting opens and comes to the item', async () => {
    await secretary.hasPart('papers')
    await house.stop()
    await secretary.press('Mở màn hình sinh hoạt')
    await secretary.press('Khai mạc')
    await tab(/Điểm danh/u)
    await secretary.press('Các đồng chí còn lại: có mặt')
    await secretary.sees('21 / 21 đảng viên có mặt')
    await tab(/Diễn biến/u)
    await secretary.page.getByText(/^Chương trình \(/u).click()
    const item = secretary.page.getByRole('listitem').filter({ hasText: `Xét kết nạp quần chúng ${LAN}` })
    await item.getByRole('button', { name: /Vào mục này/u }).click()
    await secretary.sees('Chưa có biểu quyết nào') // the item brought its panel along
  })

  await test.step('the item brings its question: of all official members, by card or secret ballot', async () => {
    await secretary.press('Đưa ra biểu quyết')
    await expect(radio(`Xét kết nạp quần chúng ${LAN} vào Đảng`)).toBeChecked()
    await secretary.sees(/Tính trên toàn bộ 19 đảng viên chính thức.* Cần ít nhất 2\/3: 13\. Điều lệ Đảng/u)
    await expect(radio('Giơ tay')).toHaveCount(0)
    await radio('Bỏ phiếu kín (phiếu giấy)').check()
    await secretary.press('Bắt đầu biểu quyết')
    await secretary.sees(`Kết nạp vào Đảng: ${LAN}`)
    await secretary.press('In phiếu kín')
    await secretary.sees(`Biểu quyết về: Xét kết nạp quần chúng ${LAN} vào Đảng`)
    await secretary.page.goBack()
  })

  await test.step('the next person waits until this one is counted', async () => {
    await secretary.press('Đưa ra biểu quyết')
    await radio('Việc về một người').check()
    await secretary.sees(/Xét từng người một/u)
    await expect(secretary.button('Bắt đầu biểu quyết')).toBeDisabled()
    await secretary.press('Thôi')
  })

  await test.step('twelve are too few, thirteen of nineteen carry', async () => {
    await secretary.fill('Tán thành', '12')
    await secretary.press('Ghi kết quả kiểm đếm')
    await secretary.sees('Chưa đủ, không thông qua')
    await secretary.press('Đếm lại')
    await secretary.fill('Tán thành', '13')
    await secretary.fill('Không tán thành', '2')
    await secretary.press('Ghi kết quả kiểm đếm')
    await secretary.sees('Đã thông qua')
    await secretary.sees(/13 trên 19 đồng chí \(68,4 %\)/u)
  })

  await test.step('the minutes say it in sentences of their own', async () => {
    await tab(/Diễn biến/u)
    const here = secretary.page.url().replace(/\/now.*$/u, '')
    await secretary.visit(`${here}/minutes`)
    await secretary.press('Lập biên bản')
    await expect(secretary.sheet().or(secretary.page.getByText('Đọc lại cả biên bản')).first()).toBeVisible()
    await secretary.press('Đọc lại cả biên bản')
    await secretary.sees(`Xét kết nạp quần chúng ${LAN} vào Đảng; biểu quyết bằng bỏ phiếu kín.`)
    await secretary.sees(/Chi bộ thống nhất đề nghị Đảng ủy xã xét, quyết định kết nạp/u)
    await secretary.visit(`${here}/now?panel=votes`)
  })

  await test.step('the commune is asked with a network, and says so without one', async () => {
    await secretary.press('Trình xã xác nhận')
    await secretary.sees(/mạng/u)
    await house.start()
    await secretary.press('Trình xã xác nhận')
    await secretary.sees('Đã trình, chờ xã xác nhận')
    await expect(secretary.button('Đếm lại')).toHaveCount(0)
    await everythingSent(secretary)
  })

  await test.step('the officer sees how it was voted, sends it back once, and enters the day of the ceremony', async () => {
    await officer.visit(house.url)
    await officer.sees('1 việc chi bộ trình, chờ xã xác nhận')
    await officer.press('Xem và trả lời')
    await officer.sees(`Kết nạp vào Đảng: ${LAN}`)
    await officer.sees(/tán thành 13 trên 19/u)
    await officer.press(`Chưa xác nhận: ${LAN}`)
    await officer.fill('Lời gửi bí thư', 'Hồ sơ còn thiếu lý lịch.')
    await officer.press('Gửi lại chi bộ')
    await officer.sees('Không có việc nào chờ xác nhận')
    await secretary.page.reload()
    await secretary.sees('Xã chưa xác nhận: Hồ sơ còn thiếu lý lịch.')
    await secretary.press('Trình lại')
    await secretary.sees('Đã trình, chờ xã xác nhận')
    await officer.page.reload()
    await officer.press(`Xác nhận: ${LAN}`)
    await officer.fill('Ngày làm lễ kết nạp', '2026-12-19')
    await officer.press('Xác nhận, đổi danh sách')
    await officer.sees('Xã đã xác nhận, tính từ 19/12/2026')
  })

  await test.step('she stands in the roster, on probation from that day; the candidate is a member', async () => {
    await secretary.visit(`${house.url}/people/${CELL}`)
    await secretary.press(LAN)
    await secretary.sees('dự bị từ 19/12/2026')
    await secretary.visit(`${house.url}/people/${CELL}/candidates`)
    await secretary.sees('Đã là đảng viên')
  })
  expect([...secretary.complaints, ...member.complaints, ...officer.complaints]).toEqual([])
})
