export const notices = {
  updateHeading: 'There is a new version',
  updateBody: 'The update takes a few seconds. Everything you have written stays on this device.',
  updateNow: 'Update',
  newsHeading: 'The book has been updated',
  newsOpen: 'See what is new',
  newsLater: 'Not now',
  cannotSaveHeading: 'Do not write yet: this device cannot save',
  cannotSaveFull:
    'The device is full. Delete some pictures or videos; as soon as there is room the book saves by itself. If you were writing, do not close this page. What was saved before is still there.',
  cannotSaveBlocked:
    'The browser blocks saving, perhaps because this is a private window. Open the book in Chrome, in a normal window.',
  appTooOld:
    'The version on this device is old. You can still read and write; what you write waits for the secretary. Please update soon.',
  openFailed: 'The book does not open on this device',
  openFailedBody:
    'Close the browser and open it again. If that does not help, open the book in Chrome in a normal window. What was saved is not deleted.',
  foreignPageHeading: 'This network does not let you out yet',
  foreignPage:
    'This Wi-Fi probably wants you to sign in. Open any web page to sign in, or use mobile data. Everything stays on this device and is sent when there is a network.',
  notUnderstoodHeading: 'The server could not read what was sent',
  notUnderstood:
    'The line may have damaged it. It is whole on this device and will be sent again. If this goes on for long, tell the operator of the server.',
  notKnownHeading: 'The server does not know this device',
  notKnown:
    'Everything stays on this device but cannot be sent. Tell the secretary or the operator of the server.',
  serverFullHeading: 'The commune’s server is full',
  serverFull:
    'The server takes nothing more. Everything stays on this device and is sent when there is room. Please tell the operator of the server.',
  serverBrokenHeading: 'The server has a problem',
  serverBroken: 'Everything stays on this device and is sent when the server runs again. Work on as usual.',
  twinHeading: 'This device no longer sends',
  twin: 'The book on this device seems to have been copied to another one, so the server takes nothing from it. Everything stays on this device. Tell the secretary.',
  quarantineFullHeading: 'This phone was revoked',
  quarantineFull:
    'The server has taken as much from it as it takes for the secretary to look at, and takes no more. What was not sent is still on this phone: copy what you need and give it to the secretary.',
  clockSlow: 'This device’s clock is {span} behind',
  clockFast: 'This device’s clock is {span} ahead',
  clockBody:
    'The book works all the same, but dates and times on this device are wrong, the day of the meeting too. Set them in the settings of the phone.',
} as const
