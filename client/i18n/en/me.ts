import type { me as source } from '#client/i18n/vi/me.ts'

export const me: Record<keyof typeof source, string> = {
  title: 'My page',
  intro: 'What the book keeps about you, who can read it, and how to take your part away.',
  nobody: 'Nobody has been let in on this phone yet',
  nobodyBody: 'Once you are in the book, this page says what it keeps about you.',
  kept: 'What the book keeps about me',
  'status.official': 'official member',
  'status.probationary': 'probationary member',
  'status.exempt': 'exempt from work and meetings',
  'status.temporarilyOut': 'temporarily with another cell',
  'status.temporarilyIn': 'temporarily with this cell',
  'status.suspended': 'suspended',
  'duty.secretary': 'secretary',
  'duty.deputy': 'deputy secretary',
  'duty.committee': 'committee member',
  'duty.officer': 'officer of the commune committee',
  probationSince: 'on probation since {day}',
  born: 'born {year}',
  acts: 'What I have done in the book',
  actsCount: '{n} act | {n} acts',
  texts: 'Texts I have written in',
  textsCount: '{n} text | {n} texts',
  untitled: 'A text that is no longer on this phone',
  letters: '{inserted} letters added, {deleted} taken out',
  keptNot:
    'The book keeps no identity or card numbers, addresses or telephone numbers, and does not note who looked at what.',
  devices: 'My devices',
  entered: 'What others entered for me',
  enteredNone: 'Nobody has entered anything for you yet.',
  enteredIntro:
    'Where something is not what you meant, press “Not what I meant”; the whole cell then sees that beside it.',
  enteredBy: 'Entered by {name}, {day}',
  enteredByHelper: 'Entered by {helper} on the phone of {name}, {day}',
  somebody: 'name unknown',
  disown: 'Not what I meant',
  disowned: 'You said: not what I meant',
  readers: 'Who can read it',
  readCell: 'The book of {unit}: the {n} people on the cell’s list, nobody else.',
  readBridge:
    'What the secretary hands up of a meeting: members of the cell, the committee member in charge and officers of the commune committee. The cell sees who above looked, and when.',
  readOffice:
    'Reasons of absence and names of who paid fees: secretary, deputy and committee alone; a reason also the person himself.',
  readRoster: 'Name, status, duty: members of the cell and officers of the commune committee.',
  readOwn: 'My kept texts: only I.',
  readPublic:
    'Public announcement pages: whoever has the link; they name no member. The server counts how often they are opened, not by whom.',
  readOperator: 'Whoever operates the commune’s server can, technically, read ordinary records.',
  take: 'Take my part away',
  takeBody:
    'One file with everything the book on this phone keeps about you. It lies among your downloads; the book sends it to nobody.',
  takeNow: 'Save the file',
  fileName: 'so-chi-bo-my-part',
  wrong: 'Something is wrong?',
  wrongBody:
    'Name, status, duty: tell your cell secretary or the commune committee to have it put right. If you no longer want to use a phone, you attend meetings as before.',
}
