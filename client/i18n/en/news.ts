import type { news as source } from '#client/i18n/vi/news.ts'

export const news: Record<keyof typeof source, string> = {
  title: 'What is new',
  '2.meeting':
    'Running a meeting: course, attendance, contributions and votes on one screen, without a network; another phone can go on.',
  '2.adopt':
    'Adopt, sign and number on the phone; minutes write themselves; a line of the resolution becomes a task.',
  '2.papers':
    'Resolution, minutes, invitation, attendance sheet and ballots in the official layout, printed or as a Word file.',
  '2.plan':
    'Plan each meeting from a template, with a checklist, the notice, and advice for who prepares it.',
  '2.score': 'The cell scores its meeting on 7 criteria, with reasons.',
  '2.people':
    'People matters: candidates, a reminder of the end of probation, two-thirds votes one person at a time, and the commune’s confirmation.',
  '1.notices':
    'Announcements run out on a day, can be put into a calendar, are printed with a QR code, and come with words for chat, text message and loudspeaker.',
  '1.picture':
    'An announcement can carry a picture, made smaller and without the place it was taken at. In a messenger the link shows what, when and where.',
  '1.board':
    'A public list of the cell’s announcements under one address for the wall; about how often each was opened, without following anybody.',
  '1.membersOnly': 'Announcements for members only, with a button “I have read it”.',
  '1.together': 'Two who write in one text see each other’s names and words while online.',
  '1.discuss':
    'Comments and proposed wordings on each paragraph of a draft, accepted with one tap. Versions have names and are compared.',
  '1.pictures':
    'Announcements with a picture, a preview card for chats, and a public list of a cell’s announcements.',
  '1.lists': 'Lists of members from Excel files, printed slips, many phones let in at once.',
  '1.shared':
    'One computer for several people, each with a book and a PIN; somebody else may type for a comrade, by name.',
  '1.install': 'A page on how to install the book, under Settings.',
  '1.mine': '“My page”: what the book keeps about you, who can read it, and your part as a file.',
}
