import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn, startDraft } from './cell.ts'
import { House } from './house.ts'

const SCREENS = [
  '/',
  '/meetings',
  '/meetings/take-over',
  '/resolutions',
  '/tasks',
  '/announcements',
  '/opinions',
  '/people',
  '/people/slips',
  '/people/waiting',
  '/people/changes',
  '/enrol',
  '/kept',
  '/sync',
  '/settings',
  '/more',
  '/me',
  '/install',
  '/news',
  '/lend',
  '/resolutions/new',
  '/resolutions/bin',
] as const
const OFFICERS = [
  '/',
  '/opinions',
  '/meetings',
  '/meetings/khu-dong-mit/above',
  '/people',
  '/people/new-cell',
  '/people/import',
  '/people/slips',
  '/people/changes',
] as const
const WIDTHS = [320, 390, 1280] as const
const SIZES = ['normal', 'largest'] as const

// Each language on phones of its own, side by side.
test.describe.configure({ mode: 'parallel' })

let house: House
let secretary: App
let officer: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  officer = await App.open()
  await officer.visit(house.demoLinks[0] ?? '')
  await officer.press('Tôi đã đọc, tiếp tục')
  await officer.press('Mở sổ')
  await officer.sees('Các chi bộ trong xã')
})

test.afterAll(async () => {
  await secretary.close()
  await officer.close()
  await house.close()
})

for (const language of ['vi', 'de'] as const)
  test(`every screen in ${language} is clean for axe, never scrolls sideways, and cuts nothing off`, async () => {
    await secretary.page.setViewportSize({ width: 390, height: 844 })
    const draft = await startDraft(secretary)
    const roster = await firstLink(secretary, `${house.url}/people`, /Chi bộ khu/u)
    const writing = await firstLink(secretary, `${house.url}/announcements`, 'Viết thông báo')
    const plan = await firstLink(secretary, `${house.url}/meetings`, 'Lên kế hoạch buổi mới')
    const rule = await firstLink(secretary, `${house.url}/meetings`, 'Lịch sinh hoạt của chi bộ')
    const meeting = await firstLink(secretary, `${house.url}/meetings`, /Sinh hoạt thường kỳ tháng/u)
    const held = await firstLink(secretary, `${house.url}/meetings`, /tháng 11\/2026.*Đã họp/u)
    const notice = await firstLink(secretary, `${house.url}/announcements`, /tiêm phòng/u)
    const task = await firstTask(secretary)
    const person = await firstLink(secretary, roster, /Bí thư/u)
    const candidate = await addCandidate(secretary, roster)
    const opinion = await forwardOpinion(secretary)
    const [chosen, thematic] = await planThematic(secretary)
    const opened = [
      draft,
      `${draft}/versions`,
      roster,
      `${roster}/add`,
      `${roster}/candidates`,
      candidate,
      person,
      opinion,
      `${house.url}/opinions/khu-dong-mit/new`,
      writing,
      notice,
      `${house.url}/tasks/khu-dong-mit/new`,
      task,
      `${task}/change`,
      plan,
      `${house.url}/meetings/khu-dong-mit/topics`,
      chosen,
      thematic,
      rule,
      meeting,
      ...['now', 'papers', 'hand-over', 'hand-up', 'handed-up', 'handbook'].map(
        (page) => `${meeting}/${page}`,
      ),
      held,
      ...['now', 'minutes', 'papers', 'handbook'].map((page) => `${held}/${page}`),
      `${house.url}/meetings/khu-dong-mit/from-paper`,
    ]
    await speak(secretary, language)
    for (const address of [...SCREENS.map((path) => house.url + path), ...opened])
      await looksRight(secretary, address, language)
    await speak(secretary, 'vi')
    await speak(officer, language)
    for (const path of OFFICERS) await looksRight(officer, house.url + path, language)
    await looksRight(officer, opinion.replace(/([^/]+)$/u, 'above/$1'), language)
    await speak(officer, 'vi')
    expect([...secretary.complaints, ...officer.complaints]).toEqual([])
  })

async function looksRight(app: App, address: string, language: string): Promise<void> {
  await app.visit(address)
  await expect(app.page.locator(`html[lang="${language}"]`)).toBeAttached()
  await expect(app.page.locator('main').first()).not.toBeEmpty()
  const { violations } = await new AxeBuilder({ page: app.page }).analyze()
  expect(
    violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`),
    address,
  ).toEqual([])
  for (const size of SIZES) {
    await textSize(app, size)
    for (const width of WIDTHS) {
      await app.page.setViewportSize({ width, height: 640 })
      expect(await tooWide(app), `${address} at ${width}, ${size}`).toEqual([])
      expect(await cutOff(app), `${address} at ${width}, ${size}`).toEqual([])
    }
  }
  await textSize(app, 'normal')
}

/** As the settings keep it; it holds from the next page on. */
async function speak(app: App, language: string): Promise<void> {
  await app.page.evaluate(
    (spoken) => localStorage.setItem('settings', JSON.stringify({ language: spoken, newsRead: 99 })),
    language,
  )
  await app.page.reload()
}

/** Any task of the cell. @returns its address */
async function firstTask(app: App): Promise<string> {
  await app.visit(`${house.url}/tasks`)
  await app.choose('Theo người')
  await app.press(/Bước tiếp theo/u)
  await app.sees('Quá trình')
  return app.page.url()
}

async function firstLink(app: App, from: string, name: string | RegExp): Promise<string> {
  await app.visit(from)
  await app.press(name)
  await expect(app.page).not.toHaveURL(from)
  return app.page.url()
}

/** @returns the addresses of a plan that a topic was chosen for, and of the thematic meeting made from another */
async function planThematic(app: App): Promise<[chosen: string, thematic: string]> {
  const choose = async () => {
    await app.visit(`${house.url}/meetings/khu-dong-mit/topics`)
    const first = app.page
      .getByRole('region', { name: /^Gợi ý cho tháng/u })
      .getByRole('listitem')
      .first()
    await first.locator('summary').click()
    await app.press(/^Lên kế hoạch với chuyên đề này/u)
    await app.sees(/^Từ ngân hàng/u)
    return app.page.url()
  }
  await choose()
  await app.page.getByLabel('Ngày', { exact: true }).fill('2030-01-20')
  await app.page.getByLabel('Giờ bắt đầu').fill('19:30')
  await app.fill('Nơi họp', 'Nhà văn hóa khu Đồng Mít')
  await app.press('Lưu kế hoạch')
  await app.sees('Soạn nghị quyết chuyên đề')
  const thematic = app.page.url()
  return [await choose(), thematic]
}

/** @returns the address of a candidate with a long name */
async function addCandidate(app: App, roster: string): Promise<string> {
  await app.visit(`${roster}/candidates`)
  await app.press('Thêm quần chúng')
  await app.fill('Họ và tên', 'Tôn Nữ Hoàng Diễm Quỳnh Hương')
  await app.press('Lưu')
  await app.sees(/Còn thiếu/u)
  await expect(app.page).not.toHaveURL(`${roster}/candidates`)
  return app.page.url()
}

/** @returns the address of an opinion that went up */
async function forwardOpinion(app: App): Promise<string> {
  await app.visit(`${house.url}/opinions/khu-dong-mit/new`)
  await app.fill('Nội dung', 'Đề nghị xã sớm sửa mương tưới cánh đồng Mả Dừa, '.repeat(6))
  await app.press('Gửi')
  await app.sees('Ý kiến đã đến đâu')
  await app.press('Chuyển lên Đảng ủy xã')
  await app.page.locator('form').getByRole('button', { name: 'Chuyển lên Đảng ủy xã' }).click()
  await app.sees('Ở Đảng ủy xã')
  await everythingSent(app)
  return app.page.url()
}

/** As chosen in the settings: the size stands on the page's root. */
async function textSize(app: App, size: (typeof SIZES)[number]): Promise<void> {
  await app.page.evaluate((name) => (document.documentElement.dataset['text'] = name), size)
}

/** Elements that reach beyond the screen to the right. */
async function tooWide(app: App): Promise<string[]> {
  return app.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.querySelectorAll('body *')].filter(
      (e) => e.getBoundingClientRect().right > clientWidth,
    )
    return beyond.slice(0, 3).map((e) => `${e.tagName}.${e.className}`)
  })
}

/** Words that reach beyond a box that shows no more than itself; a sign whose word has no room is meant so. */
async function cutOff(app: App): Promise<string[]> {
  return app.page.evaluate(() => {
    const hides = (e: Element) => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
    const meant = (e: Element) => e.closest('.unseen, .frame-offline, svg, input') !== null
    return [...document.querySelectorAll('body *')]
      .filter((e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && hides(e) && !meant(e))
      .slice(0, 3)
      .map((e) => `${e.tagName}.${e.className}: ${e.textContent?.slice(0, 40)}`)
  })
}
