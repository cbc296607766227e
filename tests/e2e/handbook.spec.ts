import { expect, test, type Download } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { App } from './app.ts'
import { enrolPerson, everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(3000)}`)
const SECRET = Buffer.from(
  zipSync({ 'word/document.xml': strToU8('<w:p><w:t>TỐI MẬT</w:t></w:p><w:p><w:t>Danh sách</w:t></w:p>') }),
)

let house: House
let secretary: App
let deputy: App
test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  deputy = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  await enrolPerson({ inviter: secretary, phone: deputy, house }, /Phó bí thư/u)
  await deputy.visit(house.url)
  await deputy.sees('Sinh hoạt thường kỳ')
})
test.afterAll(async () => {
  await secretary.close()
  await deputy.close()
  await house.close()
})

/** One part of a package on a phone. */
const part = (phone: App, title: string | RegExp) => phone.page.getByRole('group', { name: title })

async function openMeeting(phone: App, name: RegExp): Promise<string> {
  await phone.press('Sinh hoạt')
  await phone.page.getByRole('link', { name }).first().click()
  await phone.page.waitForURL(/\/meetings\/[^/]+\/[^/]+$/u)
  return phone.page.url()
}

/** What a download holds, by the names in it. */
async function filesIn(download: Download): Promise<Record<string, Uint8Array>> {
  return unzipSync(new Uint8Array(readFileSync(await download.path())))
}
const wordsOf = (docx: Uint8Array | undefined): string =>
  strFromU8(unzipSync(docx ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array()).replace(
    /<[^>]+>/gu,
    '',
  )

async function attach(name: string, bytes: Buffer): Promise<void> {
  const input = secretary.page.locator('input[type="file"]')
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
}

test('[F16] [X1–X6] [P70] both packages are made without a network, and what is posted is seen by the other phone', async () => {
  await secretary.visit(house.url)
  await secretary.canOpenOffline()
  await everythingSent(secretary)
  await secretary.hasPart('papers')
  await house.stop()
  const planned = await openMeeting(secretary, /Có kế hoạch/u)

  await test.step('a paper is attached; one that says inside that it is secret is not', async () => {
    await secretary.press(/^Sửa: Báo cáo/u)
    await attach('Đề cương báo cáo.pdf', PDF)
    await secretary.sees('Mở Đề cương báo cáo.pdf')
    await attach('Danh sách kèm theo.docx', SECRET)
    await secretary.sees(/^Tài liệu có dấu chỉ độ mật nên không đính kèm/u)
    await secretary.doesNotSee(/Danh sách kèm theo/u)
    await secretary.press('Lưu')
    await secretary.press('Bộ tài liệu cho Sổ tay điện tử')
  })

  await test.step('three deadlines; the notice is copied as it stands', async () => {
    const strip = secretary.page.getByRole('listitem')
    await expect(strip.filter({ hasText: 'Tài liệu trước họp' }).first()).toContainText(
      /Hạn: .*02\/12\/2026/u,
    )
    await expect(strip.filter({ hasText: 'Văn bản đã ký' }).first()).toContainText('Chưa họp xong')
    await expect(strip.filter({ hasText: 'Báo cáo đảng ủy xã' }).first()).toContainText('2 ngày sau hôm họp')
    await part(secretary, /^Thông báo/u)
      .getByRole('button', { name: /^Chép/u })
      .click()
    await expect(part(secretary, /^Thông báo/u).getByRole('button', { name: /^Đã chép/u })).toBeVisible()
    const copied = await secretary.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^THÔNG BÁO về việc sinh hoạt chi bộ thường kỳ tháng 12 năm 2026\n/u)
    expect(copied).toContain('2. Địa điểm: Nhà văn hóa khu.')
    expect(copied).not.toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
  })

  await test.step('one ZIP with ordered names', async () => {
    const coming = secretary.page.waitForEvent('download')
    await secretary.press('Lưu tất cả (ZIP)')
    const download = await coming
    expect(download.suggestedFilename()).toMatch(
      /^Sinh-hoat-thuong-ky-thang-12-2026-Truoc-buoi-sinh-hoat\.zip$/u,
    )
    const files = await filesIn(download)
    const names = Object.keys(files)
    expect(names.map((name) => name.slice(0, 20))).toEqual([
      ...['01-Thong-bao-ve-viec', '02-Chuong-trinh-sinh', '03-De-cuong-bao-cao.', '04-Du-thao-nghi-quye'],
    ])
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9.-]+$/u)
    expect(wordsOf(files[names[0] ?? ''])).toContain('Chi bộ thông báo sinh hoạt chi bộ thường kỳ')
    expect(wordsOf(files[names[1] ?? ''])).toMatch(/Tuyên bố lý do, giới thiệu đại biểu \(đồng chí .+\);/u)
    expect(Buffer.from(files['03-De-cuong-bao-cao.pdf'] ?? []).equals(PDF)).toBe(true)
    expect(wordsOf(files[names[3] ?? ''])).toContain('Dự thảo lần 1')
  })

  await test.step('where the phone shares files, all of them are handed on', async () => {
    await secretary.page.evaluate(() => {
      Object.assign(navigator, {
        canShare: () => true,
        share: ({ files }: { files: File[] }) => {
          document.title = files.map(({ name }) => name.slice(0, 3)).join('')
          return Promise.resolve()
        },
      })
    })
    await secretary.page.getByText('Sau buổi sinh hoạt').first().click()
    await secretary.page.goBack()
    await secretary.press('Bộ tài liệu cho Sổ tay điện tử')
    await secretary.press('Chia sẻ các tệp')
    await expect(secretary.page).toHaveTitle('01-02-03-04-')
  })

  await test.step('ticked part by part; with the last one the step is done', async () => {
    for (const title of [/^Thông báo/u, /^Chương trình/u, 'Đề cương báo cáo', /^Dự thảo/u])
      await part(secretary, title).getByRole('checkbox').check()
    await secretary.sees('đã đưa lên 4/4')
    await expect(
      secretary.page.getByRole('listitem').filter({ hasText: 'Tài liệu trước họp' }).first(),
    ).toContainText('Xong')
    await house.start()
    await everythingSent(secretary)
  })

  await test.step('the deputy sees who posted what, and takes one back', async () => {
    await deputy.visit(`${house.url}${new URL(planned).pathname}/handbook`)
    await expect(part(deputy, /^Thông báo/u)).toContainText(/Đ\/c .+, ngày \d\d\/\d\d\/2026/u)
    await expect(part(deputy, 'Đề cương báo cáo').getByRole('checkbox')).toBeChecked()
    await deputy.sees('Tệp chưa có trên máy này.')
    await part(deputy, 'Đề cương báo cáo')
      .getByRole('button', { name: /^Tải về máy/u })
      .click()
    await expect(part(deputy, 'Đề cương báo cáo').getByRole('button', { name: /^Lưu tệp/u })).toBeVisible()
    await deputy.sees('đã đưa lên 4/4')
    await part(deputy, 'Đề cương báo cáo').getByRole('checkbox').uncheck()
    await deputy.sees('đã đưa lên 3/4')
    await everythingSent(deputy)
    await secretary.sees('đã đưa lên 3/4')
    await secretary.page.goBack()
    await expect(secretary.page.getByLabel(/^Đã đăng tài liệu/u)).not.toBeChecked()
  })

  await test.step('after the meeting: what is signed is in the package, what is not is named', async () => {
    await openMeeting(secretary, /tháng 11\/2026.*Đã họp/u)
    await secretary.press('Bộ tài liệu cho Sổ tay điện tử')
    await expect(part(secretary, /^Biên bản/u)).toContainText('Chưa ký nên chưa đưa lên được')
    const coming = secretary.page.waitForEvent('download')
    await secretary.press('Lưu tất cả (ZIP)')
    const files = await filesIn(await coming)
    expect(Object.keys(files)).toHaveLength(1)
    const [[name = '', bytes] = []] = Object.entries(files)
    expect(name).toMatch(/^01-Nghi-quyet-ve-lanh-dao.*\.docx$/u)
    expect(wordsOf(bytes)).toMatch(/Số \d\d-NQ\/CB/u)
    expect(wordsOf(bytes)).not.toContain('Dự thảo lần 1')
    await secretary.page.getByLabel(/^Đã báo cáo/u).check()
    await expect(
      secretary.page.getByRole('listitem').filter({ hasText: 'Báo cáo đảng ủy xã' }).first(),
    ).toContainText('Xong')
  })
  expect([...secretary.complaints, ...deputy.complaints]).toEqual([])
})
