import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn, startDraft, typeAtEnd } from './cell.ts'
import { House } from './house.ts'

let house: House
let secretary: App
let member: App

test.beforeAll(async () => {
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

test('who leaves the book on a phone loses nothing: first everything is sent, then the phone empties itself', async () => {
  const draft = await startDraft(secretary)
  await everythingSent(secretary)
  await secretary.canOpenOffline()
  await house.stop()
  await typeAtEnd(secretary, 'Biểu dương, nhắc nhở', ' Lời cuối trên máy cũ')
  await secretary.sees('Chờ gửi: 1')
  await secretary.visit(`${house.url}/settings`)
  await secretary.sees(/Còn \d mục chưa gửi/u)
  await expect(secretary.button('Rời sổ trên máy này')).toBeDisabled()
  await house.start()
  await secretary.visit(`${house.url}/settings`)
  await everythingSent(secretary)
  await secretary.press('Rời sổ trên máy này')
  await secretary.page.getByRole('dialog').getByRole('button', { name: 'Rời sổ trên máy này' }).click()
  await secretary.sees('Chào đồng chí')
  await secretary.visit(draft)
  await secretary.doesNotSee('Lời cuối trên máy cũ')
  await member.visit(draft)
  await member.sees('Biểu dương, nhắc nhở Lời cuối trên máy cũ')
})
