export const enrol = {
  title: 'Connect this device',
  setupTitle: 'Start the commune’s book',
  setupIntro: 'Done once, on the device of the commune committee’s officer in charge of the book.',
  communeName: 'Name of the commune',
  communeHint: 'For example: xã Thanh Ba',
  communeMissing: 'Enter the name of the commune.',
  officerName: 'Your full name',
  officerHint: 'The first officer of the commune committee in the book.',
  officerMissing: 'Enter your full name.',
  setupGo: 'Start the book',
  setupDone: 'The commune’s book is there',
  setupDoneBody: 'Next: create the first cell and enter its members.',
  setupNext: 'Open the list of cells',
  fiveHeading: 'Five things you should know',
  'five.what':
    'The book keeps your name, membership (while on probation also since when), duties and what you write into it; no ID or party card number, no address, no phone number.',
  'five.who':
    'Members of your cell read the cell’s book; the commune committee sees the roster and what the secretary hands up; the operator of the commune’s server could technically read ordinary records.',
  'five.limits':
    'No state secrets belong in it; a confirmation in the book does not replace a signature, paper stays the original.',
  'five.speech':
    'When you dictate with the keyboard’s microphone, your speech may leave the device; type internal matters by hand.',
  'five.object':
    'If something is wrong, should be changed or deleted, or you do not want to take part, tell your secretary or the commune committee; you take part in meetings without a device all the same.',
  agree: 'I have read this, continue',
  opening: 'Opening the link…',
  codeHeading: 'Read these six digits aloud',
  codeFor: 'Device of {name}, {unit}',
  codeLabel: 'Digits on this device',
  codeHint:
    'Whoever invited you compares them with the other device. If they are the same, that person confirms; if not, stop.',
  waiting: 'Waiting for the confirmation…',
  pending: 'Slip received, waiting for the secretary',
  pendingBody: 'You can put the device away. When the secretary approves, the book opens here.',
  done: 'This device is in',
  doneBody: 'Welcome, {name}. The book is being fetched; after that it works without a network too.',
  goOn: 'Open the book',
  install: 'Put the book on the home screen',
  retry: 'Try again',
  notIn: 'This device is not in',
  setupUnknown:
    'This link is not right or too old: each start of the server ends the link before. Take the new one from the server’s screen.',
  setupUsed:
    'The commune’s book was started with this link already. If it was not you, tell the operator of the server at once.',
  badLink: 'The link does not work',
  noSecret:
    'The last part of the link is missing. Open exactly the link you were given, or ask for a new one.',
  askAgain: 'Ask the person who invited you to open your name and press “Connect a phone” again.',
  inApp: 'Open in Chrome',
  inAppHeading: 'Opened inside {app}',
  inAppBody: 'The browser inside {app} cannot keep the book. Open this link in Chrome and go on there.',
  inAppCopy: 'Copy the link',
  inAppHow: 'If the button above does nothing: copy the link, open Chrome, paste it into the address bar.',
  already: 'This device holds the book of {name}',
  alreadyBody:
    'If you are that person, continue to connect again; the book that is here stays. If somebody else shares the device, each has a book and a PIN of their own.',
  pendingHint:
    'These six digits are to be compared with the phone of whoever says yes; each phone has others.',
  'slip.codeUnknown':
    'This code is not right. Look at the groups of four digits on the slip and type it again.',
  'slip.codeExpired': 'The day printed on this slip is past. Ask the secretary for a new one.',
  'slip.codeUsed':
    'This slip was used on another phone. If it is not yours, tell the secretary at once: the other phone is not in before the secretary says yes.',
  typeAgain: 'Type another code',
  typeIntro: 'You have a slip? Scan its QR code, or type its code here.',
  typeLabel: 'Code on the slip',
  typeHint: '16 digits, in four groups of four.',
  typeWrong: 'The code has exactly 16 digits, for example 4071 3390 0215 8846.',
  typeGo: 'Continue',
  typeLink:
    'If you just opened a link: its last part is missing. Open exactly the link you received, or ask for a new one.',
  alreadyOther: 'Somebody else shares this device',
  alreadyNeedsPin: 'The book that is here has no PIN yet: its person sets one first, in',
  alreadySettings: 'Settings',
} as const
