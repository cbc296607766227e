import { chromium, expect, test } from '@playwright/test'
import { newAuthority } from '#server/certificates.fixture.ts'
import { findBrowser } from './browser.ts'
import type { House } from './house.ts'
import { trustedHouse, trustOnly } from './trusted-house.ts'

// That the app works over https is the main job's story (main-job.spec.ts); here is who does not get that far.
let house: House
test.beforeAll(async () => {
  house = (await trustedHouse()).house
})
test.afterAll(() => house.close())

for (const { who, flags } of [
  { who: 'no authority but its own', flags: async () => [] },
  { who: 'another authority', flags: async () => trustOnly(await newAuthority()) },
])
  test(`a browser that knows ${who} does not open the book`, async () => {
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-gpu', ...(await flags())],
    })
    try {
      const page = await browser.newPage()
      await expect(page.goto(house.setUpLink)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
    } finally {
      await browser.close()
    }
  })
