import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

let house: House
let member: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  member = await App.open()
  await signIn(member, house, { who: 'member' })
})

test.afterAll(async () => {
  await member.close()
  await house.close()
})

test('a part that is not on the phone says what it costs; fetched, it is there without a network', async () => {
  await everythingSent(member)
  await member.canOpenOffline()
  await member.visit(`${house.url}/sync`)
  const row = (name: string) =>
    member.page.getByRole('listitem').or(member.page.locator('.row')).filter({ hasText: name })
  await expect(row('Tiếng Đức').first()).toContainText(/tải về \d+ kB/u)
  await row('Tiếng Đức').first().getByRole('button', { name: 'Tải về' }).click()
  await expect(row('Tiếng Đức').first()).toContainText('Máy này đã có')
  await house.stop()
  await row('Tiếng Anh').first().getByRole('button', { name: 'Tải về' }).click()
  await member.sees('Chưa tải được')
  await member.visit(`${house.url}/people/slips`)
  await member.sees('Phần này chưa có trên máy')
  await member.visit(`${house.url}/settings`)
  await member.page.getByRole('radio', { name: /Deutsch/u }).check()
  await member.sees('Einstellungen')
  await member.visit(`${house.url}/sync`)
  await member.sees('Speichern und Senden')
  expect(member.complaints).toEqual([])
})
