import type { install as source } from '#client/i18n/vi/install.ts'

export const install: Record<keyof typeof source, string> = {
  title: 'Put the book on the home screen',
  intro:
    'Once installed, the book opens by an icon like other apps, and the phone holds on to it when it runs short of room. Nothing comes from an app store, and it costs no extra data.',
  installed: 'The book is installed on this phone',
  installedBody: 'Open it by the icon “Sổ Chi bộ” on the home screen.',
  aroundHeading: 'Opened inside {app}',
  aroundBody:
    'The browser inside {app} cannot install or keep the book. Open this address in Chrome or Samsung Internet.',
  openChrome: 'Open in Chrome',
  copyAddress: 'Copy the address',
  offer: 'Install with one button',
  offerBody: 'This phone can install it right away. Press the button, then “Install” when the phone asks.',
  installNow: 'Install the book',
  'way.chrome': 'With Chrome',
  'way.samsung': 'With Samsung Internet',
  'way.iphone': 'On an iPhone, with Safari',
  'way.other': 'With another browser',
  chromeMenu: 'Press the three dots at the top right.',
  chromeAdd: 'Press “Add to home screen”.',
  chromeInstall: 'Press “Install”, and “Install” once more when the phone asks.',
  samsungMenu: 'Press the three lines at the bottom right.',
  samsungAdd: 'Press “Add page to”.',
  samsungHome: 'Choose “Home screen”, then press “Add”.',
  iphoneShare: 'Press the share sign in the middle of the bottom.',
  iphoneAdd: 'Scroll down, press “Add to Home Screen”, then “Add”.',
  otherMenu:
    'Open the browser’s menu and look for “Install app” or “Add to home screen”. Some browsers have neither; then use Chrome.',
  stepIcon: 'From now on the book opens by this icon.',
  drawn:
    'The pictures are drawn to help you find the place; words and colours on your phone may differ a little.',
  withoutHeading: 'And without installing?',
  without:
    'The book works in the browser too, also without a network. Only do not clear the browser’s data while something still waits to be sent.',
}
