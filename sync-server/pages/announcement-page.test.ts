import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trialHouse, type TrialHouse } from '#server/routes/trial-house.fixture.ts'
import { html } from './html.ts'

let house: TrialHouse
beforeAll(async () => {
  house = await trialHouse()
})
afterAll(() => house.close())

const NOTICE = {
  title: 'Họp khu dân cư',
  body: 'Kính mời bà con.',
  when: '2026-12-03T19:30',
  where: 'Nhà văn hóa',
}
const PUBLISHED = Date.UTC(2026, 11, 1, 7, 5)
const NAMES = { unit: 'Chi bộ khu Đồng Mít', superior: 'Đảng ủy xã Thanh Mộc' }
let slugs = 0

async function publish(notice: object, withdrawnAt: number | null = null): Promise<string> {
  const slug = String(++slugs).padStart(22, 'A')
  const page = JSON.stringify({ notice, publishedAt: PUBLISHED, ...NAMES })
  const publication = {
    slug,
    scope: 'cell/khu-dong-mit',
    record: 'thongbao-01',
    page,
    withdrawnAt,
    lastDay: null,
  }
  await house.storage.commit([{ put: 'publication', publication }])
  return slug
}
const get = async (slug: string) => {
  const response = await house.ask('GET', `/t/${slug}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('a public announcement', () => {
  it('is plain HTML without script, form or anything fetched from elsewhere', async () => {
    const { status, text, headers } = await get(await publish(NOTICE))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(text).toContain('<html lang="vi">')
    expect(text).toContain('19 giờ 30, thứ Năm, ngày 03/12/2026')
    expect(text).not.toMatch(/<script|<form|<iframe|<link|\son\w+=|javascript:/i)
    expect(headers.get('content-security-policy')).not.toContain('script-src')
    expect(headers.get('cache-control')).toBe('no-cache')
  })

  it('has a card for messengers, with addresses of this server only', async () => {
    const slug = await publish(NOTICE)
    const { text } = await get(slug)
    expect(text).toContain('<meta property="og:title" content="Họp khu dân cư">')
    expect(text).toContain(`<meta property="og:url" content="https://so.thanhmoc.example/t/${slug}">`)
    for (const [address] of text.matchAll(/https?:\/\/[^"]+/g))
      expect(address).toContain('so.thanhmoc.example')
  })

  it('shows what people typed literally', async () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)> & </style> \' '
    const { text } = await get(await publish({ ...NOTICE, title: attack, body: attack, where: attack }))
    expect(text).not.toMatch(/<script|<img/)
    expect(text.match(/<\/style>/g)).toHaveLength(1)
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).toContain('content="&quot;&gt;&lt;script')
  })

  it('is at most 30 KB, however much was written', async () => {
    for (const letter of ['ợ', '&', '🌾', '"', '\na'])
      expect(
        Buffer.byteLength(
          (await get(await publish({ ...NOTICE, body: letter.repeat(4000 / letter.length) }))).text,
        ),
      ).toBeLessThan(30_000)
  })

  it('[A5] says kindly that it was withdrawn, and nothing of what it said', async () => {
    const { status, text } = await get(await publish(NOTICE, 5))
    expect(status).toBe(410)
    expect(text).toContain('đã được thu lại')
    expect(text).not.toContain('Họp khu dân cư')
  })

  it('[A6] says kindly that its time is over, the day after its last one', async () => {
    const slug = await publish({ ...NOTICE, until: '2026-12-05' })
    const { now } = house.clock
    house.clock.now = Date.UTC(2026, 11, 5, 16, 59)
    expect((await get(slug)).text).toContain('Có giá trị đến hết Thứ Bảy, ngày 05/12/2026.')
    house.clock.now = Date.UTC(2026, 11, 5, 17, 1)
    const { status, text } = await get(slug)
    house.clock.now = now
    expect(status).toBe(410)
    expect(text).toContain('đã hết hạn')
    expect(text).not.toContain('Họp khu dân cư')
  })

  it('[A9] gives its date as a calendar file, one without a date or out of date gives none', async () => {
    const slug = await publish(NOTICE)
    expect((await get(slug)).text).toContain(`href="/t/${slug}/lich.ics"`)
    const file = await get(`${slug}/lich.ics`)
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const lines = file.text.replace(/\r\n /gu, '').split('\r\n')
    for (const line of [
      'DTSTART:20261203T123000Z',
      'SUMMARY:Họp khu dân cư',
      'LOCATION:Nhà văn hóa',
      `UID:https://so.thanhmoc.example/t/${slug}`,
    ])
      expect(lines).toContain(line)
    expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual([])
    const wholeDay = await get(`${await publish({ ...NOTICE, when: '2026-12-10' })}/lich.ics`)
    expect(wholeDay.text).toContain('DTSTART;VALUE=DATE:20261210\r\n')
    const { when: _, ...undated } = NOTICE
    for (const none of [await publish(undated), await publish(NOTICE, 5), 'A'.repeat(22)])
      expect((await get(`${none}/lich.ics`)).status).toBe(404)
  })

  it('on paper brings whoever reads it to the page', async () => {
    const slug = await publish(NOTICE)
    const { text } = await get(slug)
    expect(text).toContain(`Đọc trên điện thoại: https://so.thanhmoc.example/t/${slug}`)
    expect(text).toMatch(/<svg viewBox="0 -0.5 \d+ \d+"/u)
  })

  it('[A17] answers every guess alike, byte for byte, also beside and below pages that stood once', async () => {
    const [stands, withdrawn, over] = [
      await publish(NOTICE),
      await publish(NOTICE, 5),
      await publish({ ...NOTICE, when: '2026-11-01T07:00', until: '2026-11-02' }),
    ]
    const beside = [stands, withdrawn, over].flatMap((slug) => [
      slug.slice(0, -1),
      `${slug}A`,
      `B${slug.slice(1)}`,
    ])
    const below = ['anh', 'the', 'lich.ics', 'x/y'].flatMap((file) =>
      [withdrawn, over, 'A'.repeat(22)].map((slug) => `${slug}/${file}`),
    )
    const odd = ['A'.repeat(22), 'abc', 'abc.html', '%00', 'a%2f..', 'x'.repeat(500), `${stands}/more`]
    const guesses = await Promise.all([...odd, ...beside, ...below].map((slug) => get(slug)))
    const told = guesses.map(({ status, text, headers }) => JSON.stringify([status, text, [...headers]]))
    expect(guesses[0]?.status).toBe(404)
    expect(new Set(told)).toEqual(new Set([told[0]]))
    expect([(await get(withdrawn)).status, (await get(over)).status]).toEqual([410, 410])
  })
})

describe('without an address set by the operator', () => {
  it('links and the code on paper lead to the address it was asked at, and to no made-up one', async () => {
    const bare = await trialHouse({ withoutAddress: true })
    const page = JSON.stringify({ notice: NOTICE, publishedAt: PUBLISHED, ...NAMES })
    const slug = 'C'.repeat(22)
    const of = {
      slug,
      scope: 'cell/khu-dong-mit',
      record: 'thongbao-01',
      page,
      withdrawnAt: null,
      lastDay: null,
    }
    await bare.storage.commit([{ put: 'publication', publication: of }])
    const text = async (host: string) => (await bare.app.http.request(`${host}/t/${slug}`)).text()
    const here = await text('http://192.168.1.7:8787')
    expect(here).toContain(`Đọc trên điện thoại: http://192.168.1.7:8787/t/${slug}`)
    expect(here).toContain(`<meta property="og:url" content="http://192.168.1.7:8787/t/${slug}">`)
    const odd = await text('http://a_b!c')
    expect(odd).toContain('Họp khu dân cư')
    expect(odd).not.toMatch(/Đọc trên điện thoại|og:url/u)
    await bare.close()
  })
})

it('neither an element nor an attribute can be invented by what is written', () => {
  const node = (tag: string, attributes: Record<string, string> = {}) => ({ tag, attributes, children: [] })
  expect(() => html(node('p onclick'))).toThrow('element')
  expect(() => html(node('p', { 'class onclick': 'x' }))).toThrow('attribute')
  expect(html(node('p', { title: '"<&' }))).toBe('<p title="&quot;&lt;&amp;"></p>')
})
