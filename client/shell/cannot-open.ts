import { notices } from '#client/i18n/vi/notices.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('notices', notices)

/** The book itself does not open: the one page that needs nothing of it. */
export function sayThatNothingOpens(): void {
  const heading = document.createElement('h1')
  heading.textContent = t('openFailed')
  const body = document.createElement('p')
  body.textContent = t('openFailedBody')
  const page = document.createElement('main')
  page.className = 'page stack'
  page.append(heading, body)
  document.querySelector('#app')?.replaceChildren(page)
}
