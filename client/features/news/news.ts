import type { news } from '#client/i18n/vi/news.ts'

type Line = Extract<keyof typeof news, `${number}.${string}`>

/** What was new, newest first, in words people understand; a new entry is one more in `LATEST_NEWS`. */
export const NEWS: readonly { number: number; day: string; lines: readonly Line[] }[] = [
  {
    number: 2,
    day: '2026-11-25',
    lines: ['2.meeting', '2.adopt', '2.papers', '2.plan', '2.score', '2.people'],
  },
  {
    number: 1,
    day: '2026-11-25',
    lines: [
      '1.notices',
      '1.picture',
      '1.board',
      '1.membersOnly',
      '1.together',
      '1.discuss',
      '1.pictures',
      '1.lists',
      '1.shared',
      '1.install',
      '1.mine',
    ],
  },
]
