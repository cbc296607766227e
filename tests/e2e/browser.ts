import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const { CHROMIUM_PATH, LOCALAPPDATA, PROGRAMFILES } = process.env
const PROGRAMFILES_X86 = process.env['PROGRAMFILES(X86)']

const USUAL_PLACES = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  ),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
]

/** Path of a Chromium: the one named by CHROMIUM_PATH, Playwright's own, or one installed on this machine. */
export function findBrowser(): string {
  if (CHROMIUM_PATH) {
    if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, and there is nothing.`)
  }
  const found = [chromium.executablePath(), ...USUAL_PLACES].find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'The browser tests need Chromium: npx playwright install chromium (on Debian also: apt-get install chromium)',
  )
}
