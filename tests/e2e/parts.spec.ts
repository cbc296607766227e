import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

let house: House
let secretary: App

test.beforeAll(async () => {
  test.setTimeout(120_000)
  house = await House.open({ demo: true })
  secretary = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
})

test.afterAll(async () => {
  await secretary.close()
  await house.close()
})

test('a part that is not on the phone says what it costs; fetched, it is there without a network', async () => {
  await everythingSent(secretary)
  await secretary.canOpenOffline()
  await secretary.visit(`${house.url}/sync`)
  const row = (name: string) =>
    secretary.page.getByRole('listitem').or(secretary.page.locator('.row')).filter({ hasText: name })
  await expect(row('Tiếng Đức').first()).toContainText(/tải về \d+ kB/u)
  await row('Tiếng Đức').first().getByRole('button', { name: 'Tải về' }).click()
  await expect(row('Tiếng Đức').first()).toContainText('Máy này đã có')
  await house.stop()
  await row('Tiếng Anh').first().getByRole('button', { name: 'Tải về' }).click()
  await secretary.sees('Chưa tải được')
  await secretary.visit(`${house.url}/settings`)
  await secretary.page.getByRole('radio', { name: /Deutsch/u }).check()
  await secretary.sees('Einstellungen')
  await secretary.visit(`${house.url}/sync`)
  await secretary.sees('Speichern und Senden')
  expect(secretary.complaints).toEqual([])
})
