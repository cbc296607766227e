import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trialHouse, type TrialHouse } from '#server/routes/trial-house.fixture.ts'

let house: TrialHouse
beforeAll(async () => {
  house = await trialHouse()
})
afterAll(() => house.close())

const SCOPE = 'cell/khu-dong-mit'
let slugs = 0

async function put(
  record: string,
  page: object,
  scope = SCOPE,
  withdrawnAt: number | null = null,
): Promise<string> {
  const slug = String(++slugs).padStart(22, 'V')
  const publication = { slug, scope, record, page: JSON.stringify(page), withdrawnAt, lastDay: null }
  await house.storage.commit([{ put: 'publication', publication }])
  return slug
}
async function get(path: string) {
  const response = await house.ask('GET', path)
  return { status: response.status, text: await response.text() }
}

describe('the page behind the code on a paper [Y14]', () => {
  it('says that the book has it, and nothing of what stands in it', async () => {
    const slug = await put('nghiquyet-01', {
      is: 'sealed',
      unit: 'Chi bộ khu Đồng Mít',
      superior: 'Đảng ủy xã',
    })
    const { status, text } = await get(`/v/${slug}`)
    expect(status).toBe(200)
    expect(text).toContain('Văn bản này có trong sổ của chi bộ')
    expect(text).not.toContain('Đồng Mít')
    expect(text).not.toContain('nghiquyet-01')
  })

  it('says so when a signed paper of the same cell corrects it', async () => {
    const slug = await put('nghiquyet-02', { is: 'sealed' })
    await put('nghiquyet-03', { is: 'sealed', corrects: 'nghiquyet-02' }, 'cell/khu-khac')
    expect((await get(`/v/${slug}`)).text).toContain('có trong sổ')
    const later = await put('nghiquyet-04', { is: 'sealed', corrects: 'nghiquyet-02' })
    expect((await get(`/v/${slug}`)).text).toContain('đã có bản đính chính')
    expect((await get(`/v/${later}`)).text).toContain('có trong sổ')
  })

  it('says so when it was withdrawn', async () => {
    const slug = await put('nghiquyet-06', { is: 'sealed' }, SCOPE, 1)
    const { status, text } = await get(`/v/${slug}`)
    expect([status, text.includes('đã được thu hồi'), text.includes('Đồng Mít')]).toEqual([200, true, false])
  })

  it('answers alike what was guessed, mistyped, or is something else', async () => {
    const notice = await put('thongbao-01', { is: 'board' })
    const answers = await Promise.all([
      get('/v/unknown'),
      get(`/v/${'g'.repeat(22)}`),
      get(`/v/${notice}`),
      get('/v/a/b'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  it('does not open under the address of an announcement, nor an announcement here', async () => {
    const slug = await put('nghiquyet-05', { is: 'sealed' })
    expect((await get(`/t/${slug}`)).status).toBe(404)
    expect((await get(`/c/${slug}`)).status).toBe(404)
  })
})
