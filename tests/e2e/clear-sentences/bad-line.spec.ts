import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { BadLine, damaging } from '#tests/e2e/bad-line.ts'
import { everythingSent, signIn, startDraft, typeAtEnd } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'

let house: House
let line: BadLine
let secretary: App
let draft: string

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  line = await BadLine.to(house.url)
  secretary = await App.open()
  await signIn(secretary, house, { who: 'secretary', at: line.url })
  draft = await startDraft(secretary)
  await everythingSent(secretary)
})

test.afterAll(async () => {
  await secretary.close()
  await line.close()
  await house.close()
})

test('what is damaged on the way is refused in clear words, kept, and sent again by itself', async () => {
  line.manner = damaging
  await typeAtEnd(secretary, 'NHIỆM VỤ THÁNG NÀY', ' Sửa đường trục')
  await secretary.sees('Chờ gửi: 1')
  await secretary.sees('Chưa gửi được')
  await secretary.press(/Lưu và gửi/u)
  await secretary.sees('Máy chủ chưa đọc được phần vừa gửi')
  await secretary.sees('còn nguyên trên máy này và sẽ tự gửi lại')
  expect(line.answers[0]).toEqual({ status: 400, body: '{"refusal":"malformed"}' })

  line.manner = 'good'
  await everythingSent(secretary)
  await secretary.doesNotSee('Chưa gửi được')
  await secretary.visit(draft)
  await expect(secretary.sheet()).toContainText('Sửa đường trục')
})

test('nonsense sent to the server is refused, and the server stays up', async () => {
  const refusals = await Promise.all(
    ['', '<html>', 'x'.repeat(2_000_000)].map(async (body) => {
      const headers = { authorization: line.authorization }
      const response = await fetch(`${house.url}/sync`, { method: 'POST', headers, body })
      return [response.status, await response.text()]
    }),
  )
  expect(refusals).toEqual([
    [400, '{"refusal":"malformed"}'],
    [400, '{"refusal":"malformed"}'],
    [413, '{"refusal":"tooLarge"}'],
  ])
  expect((await fetch(`${house.url}/health`)).status).toBe(200)
})

test('a Wi-Fi that wants a sign-in is told apart from no network, and nothing is lost', async () => {
  line.manner = 'portal'
  await typeAtEnd(secretary, 'NHIỆM VỤ THÁNG NÀY', ' và kênh mương')
  await secretary.sees('Chưa gửi được')
  await secretary.press(/Lưu và gửi/u)
  await secretary.sees('Mạng này chưa cho ra ngoài')
  await secretary.sees('Mọi thứ vẫn còn trên máy này')
  await secretary.doesNotSee(/^Không có mạng$/u)

  line.manner = 'good'
  await secretary.press('Gửi ngay')
  await everythingSent(secretary)
  await secretary.doesNotSee('Mạng này chưa cho ra ngoài')
  expect(secretary.complaints).toEqual([])
})
