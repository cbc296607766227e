import { test } from '@playwright/test'
import { App } from './app.ts'
import { signIn } from './cell.ts'
import { House } from './house.ts'
test('shots', async () => {
  test.setTimeout(240_000)
  const house = await House.open({ demo: true })
  const s = await App.open()
  await signIn(s, house, { who: 'secretary' })
  const shot = async (name: string) => {
    for (const [w, h] of [[320, 640], [390, 844], [1280, 800]] as const) {
      await s.page.setViewportSize({ width: w, height: h })
      await s.page.screenshot({ path: `/tmp/shots-hb/${name}-${w}.png`, fullPage: true })
    }
    await s.page.setViewportSize({ width: 390, height: 844 })
  }
  await s.press('Sinh hoạt')
  await s.page.getByRole('link', { name: /Có kế hoạch/u }).first().click()
  await s.page.waitForURL(/\/meetings\/[^/]+\/[^/]+$/u)
  const planned = s.page.url()
  await s.press(/^Sửa: Báo cáo/u)
  await s.page.locator('input[type="file"]').setInputFiles({ name: 'TỐI MẬT.pdf', mimeType: 'x/y', buffer: Buffer.from(`%PDF-1.7\n${'x'.repeat(3000)}`) })
  await s.sees(/^Mở TỐI/u)
  await s.press('Lưu')
  await shot('meeting')
  await s.press('Bộ tài liệu cho Sổ tay điện tử')
  await s.page.getByRole('group', { name: /^Thông báo/u }).getByRole('checkbox').check()
  await s.page.getByText('Các hạn này theo đâu').click()
  await s.page.getByText('Xem phần chữ sẽ chép').nth(1).click()
  await shot('handbook-before')
  await s.press('Sinh hoạt')
  await s.page.getByRole('link', { name: /tháng 11\/2026.*Đã họp/u }).first().click()
  await s.press('Bộ tài liệu cho Sổ tay điện tử')
  await s.sees('Chưa ký')
  await shot('handbook-after')
  console.log(planned)
  await s.close()
  await house.close()
})
