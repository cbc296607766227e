import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '#server/storage/storage.ts'
import { BINH, CHI, DONG_MIT, trialHouse, type TrialHouse } from '#server/routes/trial-house.fixture.ts'

let house: TrialHouse
beforeAll(async () => {
  house = await trialHouse()
})
afterAll(() => house.close())

const SCOPE = `cell/${DONG_MIT}`
const PICTURE = { id: 'p'.repeat(43), media: 'image/webp', size: 4 } as const
const CARD = { id: 'c'.repeat(43), media: 'image/jpeg', size: 4 } as const
const SHOWN = { ...PICTURE, width: 800, height: 600, alt: 'Sơ đồ <b>đường đi</b>' }
const NOTICE = {
  title: 'Họp khu dân cư',
  body: 'Kính mời bà con.',
  where: 'Nhà văn hóa',
  until: '2026-12-05',
}
const NAMES = { unit: 'Chi bộ khu Đồng Mít', superior: 'Đảng ủy xã Thanh Mộc' }
const BOARD = 'B'.repeat(22)
const PERSON = 'Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile Zalo android/23'

let published = 0
async function publish(of: {
  notice?: object
  card?: object
  withdrawnAt?: number
  record?: string
}): Promise<string> {
  const slug = String(++published).padStart(22, 'A')
  const notice = { ...NOTICE, ...of.notice }
  const page = JSON.stringify({
    notice,
    publishedAt: house.clock.now + published,
    ...NAMES,
    ...(of.card && { card: of.card }),
  })
  const place = { slug, scope: SCOPE, record: of.record ?? `thongbao-${published}` }
  await house.storage.commit([
    {
      put: 'publication',
      publication: { ...place, page, withdrawnAt: of.withdrawnAt ?? null, lastDay: null },
    },
  ])
  return slug
}
const there = (ref: { id: string; media: string; size: number }): Change[] => [
  { put: 'attachment', attachment: { scope: SCOPE, ...ref, have: ref.size, begunAt: 1, wholeAt: 2 } },
  {
    put: 'attachmentPiece',
    piece: { scope: SCOPE, id: ref.id, start: 0, bytes: new TextEncoder().encode(ref.id.slice(0, 4)) },
  },
]
const get = (path: string, headers: Record<string, string> = { 'user-agent': PERSON }) =>
  house.app.http.request(path, { headers })
const textOf = async (path: string) => (await get(path)).text()

describe('the picture and the card of an announcement', () => {
  it('[A14] the page stands before its picture does, and says so', async () => {
    const slug = await publish({ notice: { picture: SHOWN }, card: CARD })
    const before = await textOf(`/t/${slug}`)
    expect(before).toContain('ảnh đang được gửi lên')
    expect(before).toContain('content="https://so.thanhmoc.example/icon-512.png"')
    expect([(await get(`/t/${slug}/anh`)).status, (await get(`/t/${slug}/the`)).status]).toEqual([404, 404])
    await house.storage.commit([...there(PICTURE), ...there(CARD)])
  })

  it('[A12] [F7] is shown in its place, with its words as words, and kept by nobody without asking', async () => {
    const slug = await publish({ notice: { picture: SHOWN } })
    expect(await textOf(`/t/${slug}`)).toContain(
      `<img src="/t/${slug}/anh?v=pppppppp" width="800" height="600" alt="Sơ đồ &lt;b&gt;đường đi&lt;/b&gt;">`,
    )
    const picture = await get(`/t/${slug}/anh?v=pppppppp`)
    expect([picture.status, await picture.text()]).toEqual([200, 'pppp'])
    const { headers } = picture
    expect(headers.get('content-type')).toBe('image/webp')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-disposition')).toBe('inline; filename="anh.webp"')
    expect(headers.get('cache-control')).toBe('no-cache')
    const again = await get(`/t/${slug}/anh`, { 'if-none-match': headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('[A13] messengers are shown the card, else the picture, else our mark', async () => {
    const og = async (of: Parameters<typeof publish>[0]) => {
      const slug = await publish(of)
      const image = /<meta property="og:image" content="([^"]+)"/u.exec(await textOf(`/t/${slug}`))?.[1]
      return image?.replace(slug, '…').replace('https://so.thanhmoc.example', '')
    }
    expect(await og({ notice: { picture: SHOWN }, card: CARD })).toBe('/t/…/the?v=cccccccc')
    expect(await og({ notice: { picture: SHOWN } })).toBe('/t/…/anh?v=pppppppp')
    expect(await og({})).toBe('/icon-512.png')
    const slug = await publish({ card: CARD })
    expect((await get(`/t/${slug}/the`)).headers.get('content-type')).toBe('image/jpeg')
    expect(await textOf(`/t/${slug}`)).toContain('<meta property="og:image:width" content="1200">')
  })

  it('[A12] [A17] die with their page, for those who kept a copy too', async () => {
    const withdrawn = await publish({ notice: { picture: SHOWN }, card: CARD, withdrawnAt: 5 })
    const over = await publish({ notice: { picture: SHOWN, until: '2026-12-02' }, card: CARD })
    for (const slug of [withdrawn, over])
      for (const file of ['anh', 'the']) {
        expect((await get(`/t/${slug}/${file}`, { 'if-none-match': `"${PICTURE.id}"` })).status).toBe(404)
        expect(await textOf(`/t/${slug}/${file}`)).toBe(await textOf('/t/unknown'))
      }
  })
})

describe('[A15] the public list of a cell', () => {
  const board = (withdrawnAt: number | null): Change => {
    const page = JSON.stringify({ is: 'board', ...NAMES })
    const place = { slug: BOARD, scope: SCOPE, record: 'notice-board' }
    return { put: 'publication', publication: { ...place, page, withdrawnAt, lastDay: null } }
  }

  it('lists what stands, newest first, and is linked from each page while it is open', async () => {
    const [old, gone, over, fresh] = [
      await publish({ notice: { title: 'Tiêm phòng' } }),
      await publish({ notice: { title: 'Đã rút' }, withdrawnAt: 5 }),
      await publish({ notice: { title: 'Đã qua', until: '2026-12-02' } }),
      await publish({ notice: { title: 'Họp <dân>', when: '2026-12-04T19:30' } }),
    ]
    expect((await get(`/c/${BOARD}`)).status).toBe(404)
    expect(await textOf(`/t/${fresh}`)).not.toContain('thông báo khác')
    await house.storage.commit([board(null)])
    const text = await textOf(`/c/${BOARD}`)
    for (const part of ['Họp &lt;dân&gt;', '19 giờ 30, thứ Sáu, ngày 04/12/2026', 'Nhà văn hóa', NAMES.unit])
      expect(text).toContain(part)
    expect(text.indexOf(fresh)).toBeLessThan(text.indexOf(old))
    for (const slug of [gone, over]) expect(text).not.toContain(slug)
    expect(text).toContain(`Đọc trên điện thoại: https://so.thanhmoc.example/c/${BOARD}`)
    expect(await textOf(`/t/${fresh}`)).toContain(`<a href="/c/${BOARD}">`)
  })

  it('is no announcement, nor is an announcement a list; closed, it says so', async () => {
    const slug = await publish({})
    expect([(await get(`/t/${BOARD}`)).status, (await get(`/c/${slug}`)).status]).toEqual([404, 404])
    await house.storage.commit([board(9)])
    const closed = await get(`/c/${BOARD}`)
    expect([closed.status, await closed.text()]).toEqual([410, expect.stringContaining('đã đóng')])
    expect(await textOf(`/t/${slug}`)).not.toContain(`/c/${BOARD}`)
  })

  it('is at most 30 KB, however much a cell announces', async () => {
    await house.storage.commit([board(null)])
    for (let i = 0; i < 60; i++) await publish({ notice: { title: 'ợ'.repeat(120), where: 'ữ'.repeat(160) } })
    const text = await textOf(`/c/${BOARD}`)
    expect(text.match(/<li /gu)).toHaveLength(20)
    expect(Buffer.byteLength(text)).toBeLessThan(30_000)
  })
})

describe('[A16] openings', () => {
  const told = async (record: string, person = BINH) => {
    const phone = await house.letIn(person)
    return house.ask('GET', `/openings?scope=${SCOPE}&record=${record}`, { phone })
  }

  it('are counted a day, by people only, and told to the cell', async () => {
    const slug = await publish({ record: 'thongbao-dem' })
    for (const agent of [PERSON, PERSON, 'facebookexternalhit/1.1', 'Googlebot/2.1', 'curl/8', ''])
      await get(`/t/${slug}`, { 'user-agent': agent })
    await get(`/t/${slug}`, { 'user-agent': PERSON, 'sec-purpose': 'prefetch' })
    await get(`/t/${slug}/lich.ics`)
    await house.app.http.request(`/t/${slug}`, { method: 'HEAD', headers: { 'user-agent': PERSON } })
    expect(await (await told('thongbao-dem')).json()).toEqual({ times: 2, asOf: house.clock.now })
    expect(await house.storage.openings(slug)).toEqual([])
    house.app.stop()
    await house.book.settled()
    expect(await house.storage.openings(slug)).toEqual([{ slug, day: '2026-12-03', times: 2 }])
    await get(`/t/${slug}`)
    expect(await (await told('thongbao-dem')).json()).toMatchObject({ times: 3 })
  })

  it('[H2] of a foreign cell’s page and of one that does not exist are answered alike', async () => {
    const [foreign, missing] = [await told('thongbao-dem', CHI), await told('khong-co')]
    expect([foreign.status, await foreign.text()]).toEqual([missing.status, await missing.text()])
    expect(foreign.status).toBe(404)
  })
})
