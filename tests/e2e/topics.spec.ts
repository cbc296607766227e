import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

let house: House
let secretary: App
let member: App

test.beforeAll(async () => {
  test.setTimeout(120_000)
  house = await House.open({ demo: true })
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

const field = (label: string) => secretary.page.getByLabel(label, { exact: false }).first()

test('[M70–M77] a proposed topic becomes a thematic meeting with its questions, a drafter and a draft, without a network', async () => {
  test.setTimeout(180_000)
  let topic = ''
  let drafter = ''
  let questions: string[] = []
  let address = ''

  await test.step('the server is stopped; the proposals say why, and one is opened', async () => {
    await secretary.canOpenOffline()
    await secretary.press('Sinh hoạt')
    await secretary.sees('Lên kế hoạch buổi mới')
    await house.stop()
    await secretary.press('Chuyên đề của chi bộ')
    await secretary.sees(/^Gợi ý cho tháng/u)
    const proposals = secretary.page.getByRole('region', { name: /^Gợi ý cho tháng/u }).getByRole('listitem')
    await expect(proposals.filter({ hasText: 'Vì sao gợi ý: ' })).toHaveCount(5)
    const first = proposals.first().locator('summary')
    topic = (await first.locator('strong').textContent()) ?? ''
    await first.click()
    questions = await proposals.first().locator('ol').getByRole('listitem').allTextContents()
    expect(questions.length).toBeGreaterThanOrEqual(3)
  })

  await test.step('it goes into the plan with its questions; somebody is named who drafts', async () => {
    await secretary.press(`Lên kế hoạch với chuyên đề này: ${topic}`)
    await expect(secretary.page.getByLabel(/^Sinh hoạt chuyên đề/u)).toBeChecked()
    await expect(field('Chuyên đề hoặc việc cần bàn')).toHaveValue(topic)
    await secretary.sees(/^Từ ngân hàng/u)
    await expect(field('Câu hỏi gợi mở')).toHaveValue(questions.join('\n'))
    const names = field('Người soạn và trình bày')
    await names.selectOption({ index: 4 })
    drafter = (await names.locator('option:checked').textContent()) ?? ''
    await secretary.page.getByLabel('Ngày', { exact: true }).fill(inDays(3))
    await secretary.page.getByLabel('Giờ bắt đầu').fill('19:30')
    await secretary.fill('Nơi họp', 'Nhà văn hóa khu Đồng Mít')
    await secretary.press('Lưu kế hoạch')
    await secretary.sees('Trình bày dự thảo chuyên đề')
    await secretary.sees(`Người soạn và trình bày: ${drafter}`)
    await secretary.sees(questions[0] ?? '')
    await secretary.sees(`15 phút · ${drafter}`)
    address = secretary.page.url()
  })

  await test.step('what is planned is proposed no more, and its quarter has its meeting', async () => {
    await secretary.visit(`${house.url}/meetings/khu-dong-mit/topics`)
    await secretary.sees(/^Gợi ý cho tháng/u)
    const proposals = secretary.page.getByRole('region', { name: /^Gợi ý cho tháng/u })
    await expect(proposals.getByText(topic, { exact: true })).toHaveCount(0)
    await expect(secretary.button(topic)).toBeVisible()
    await secretary.fill('Tìm', 'bao lu') // without its marks
    await secretary.sees('Trước mùa mưa bão: người, nhà, lúa, đường thoát')
  })

  await test.step('the specialised resolution is called after the topic and tied to the agenda', async () => {
    await secretary.visit(address)
    await secretary.press('Soạn nghị quyết chuyên đề')
    await expect(secretary.sheet()).toContainText(`chi bộ tổ chức sinh hoạt chuyên đề “${topic}”.`)
    await secretary.sees(`Nghị quyết chuyên đề: ${topic}`)
    await expect(secretary.page.getByText(drafter, { exact: false }).first()).toBeVisible()
    await secretary.visit(address)
    await secretary.sees('Mở dự thảo nghị quyết chuyên đề')
    await expect(secretary.button('Soạn nghị quyết chuyên đề')).toHaveCount(0)
    await expect(secretary.button('Mở dự thảo')).toBeVisible()
  })

  await test.step('the server is back: another phone has the topic, the questions and the draft', async () => {
    await house.start()
    await secretary.page.reload()
    await everythingSent(secretary)
    await member.visit(address)
    await member.sees(topic)
    await member.sees(`Người soạn và trình bày: ${drafter}`)
    await member.page.getByText(`Câu hỏi gợi mở (${questions.length})`).click()
    await member.sees(questions.at(-1) ?? '')
    await expect(member.button('Soạn nghị quyết chuyên đề')).toHaveCount(0)
    await member.press('Mở dự thảo nghị quyết chuyên đề')
    await member.sees(`Nghị quyết chuyên đề: ${topic}`)
  })
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
})

test('[M71] [M75] a topic for a later quarter brings its day, and the cell’s own words need no bank', async () => {
  test.setTimeout(120_000)
  await secretary.visit(`${house.url}/meetings/khu-dong-mit/topics`)
  await secretary.press('Năm sau')
  await secretary.press('Chọn cho quý 2')
  await secretary.sees(/^Gợi ý cho tháng 04/u)
  await secretary.fill('Tên chuyên đề', 'Cầu qua suối Mít: bàn cách làm')
  await secretary.page.getByRole('button', { name: 'Lên kế hoạch', exact: true }).click()
  await expect(field('Chuyên đề hoặc việc cần bàn')).toHaveValue('Cầu qua suối Mít: bàn cách làm')
  await secretary.doesNotSee(/^Từ ngân hàng/u)
  await expect(secretary.page.getByLabel('Ngày', { exact: true })).toHaveValue(/-04-\d\d$/u)
})

test('[M76] a meeting that was planned without a topic gets one, with its questions', async () => {
  test.setTimeout(120_000)
  await secretary.visit(`${house.url}/meetings/khu-dong-mit/plan`)
  await secretary.page.getByLabel(/^Sinh hoạt chuyên đề/u).check()
  await secretary.fill('Chuyên đề hoặc việc cần bàn', '')
  await secretary.fill('Câu hỏi gợi mở', '')
  await secretary.page.getByLabel('Ngày', { exact: true }).fill(inDays(40))
  await secretary.page.getByLabel('Giờ bắt đầu').fill('19:30')
  await secretary.fill('Nơi họp', 'Nhà văn hóa khu Đồng Mít')
  await secretary.press('Lưu kế hoạch')
  await secretary.sees('Trình bày dự thảo chuyên đề')
  await secretary.press('Chọn từ ngân hàng chuyên đề')
  await secretary.sees(/^Chọn chuyên đề cho: Sinh hoạt chuyên đề tháng/u)
  await secretary.fill('Tìm', 'hui')
  await secretary.page
    .getByText(/^Chơi hụi/u)
    .last()
    .click()
  await secretary.press(/^Chọn cho buổi này: Chơi hụi/u)
  await secretary.sees('Câu hỏi gợi mở (4)')
  await secretary.sees(/^Chơi hụi, vay nặng lãi/u)
  await secretary.sees(/Dấu hiệu nào cho thấy một dây hụi sắp vỡ/u)
})

/** So many days from now, as the date field writes it. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000)
  return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')
}
const two = (n: number) => String(n).padStart(2, '0')
