import '#client/ui/tokens.css'
import '#client/ui/base.css'
import { openApp } from '#client/data/open.ts'
import { listenForInstallOffer } from '#client/ui/install-offer.ts'
import { mountApp } from './mount.ts'

listenForInstallOffer()
void openApp(async (profiles) => (await import('#client/shell/lock/unlock.ts')).unlock(profiles)).then(
  (opened) => {
    mountApp(opened)
    void import('#client/ui/print.css') // paper comes after the screen
    const stop = opened.start()
    addEventListener('pagehide', (event) => event.persisted || stop())
  },
  () => void import('#client/shell/cannot-open.ts').then(({ sayThatNothingOpens }) => sayThatNothingOpens()),
)
