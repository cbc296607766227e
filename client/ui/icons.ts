import type { MORE_ICONS } from './more-icons.ts'

/** What frame and start page show. Drawn on a 24 × 24 grid with round strokes; always beside a word. */
export const ICONS = {
  home: 'M3 11 12 4l9 7v8a1.5 1.5 0 0 1-1.5 1.5H15V14H9v6.5H4.5A1.5 1.5 0 0 1 3 19z',
  calendar: 'M4 5.5h16V20H4zM4 10h16M8.5 3v4M15.5 3v4',
  paper: 'M6 3h8.5L19 7.5V21H6zM14.5 3v4.5H19M9 12h7M9 16h7',
  check: 'M4.5 12.5 10 18 20 6.5',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  back: 'M14.5 5 7.5 12l7 7',
  next: 'M9.5 5l7 7-7 7',
  phone: 'M7 2.5h10a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1zM10.5 18.5h3',
  saved: 'M7 2.5h10a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1zM9 12l2.2 2.2L15 10',
  up: 'M12 20V5M5.5 11 12 4.5l6.5 6.5',
  sent: 'M7 19a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 9.2 4.9 4.9 0 0 1 17.5 19zM9 13.8l2.2 2.2 4-4.2',
  noNetwork:
    'M7 19a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 8 7M10.5 5.2A6 6 0 0 1 18 9.2a4.9 4.9 0 0 1 2.6 7.6M4 3l17 18',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.9a3.5 3.5 0 0 1 0 6.2M17.5 14.4c2.4.7 4 2.7 4 5.6',
  person: 'M12 11.5A3.75 3.75 0 1 0 12 4a3.75 3.75 0 0 0 0 7.5zM5 20.5c0-3.9 3.1-6.5 7-6.5s7 2.6 7 6.5',
  speaker: 'M4 9.5v5h3.5L16 19V5L7.5 9.5zM19 9a4.5 4.5 0 0 1 0 6M8.5 14.7l1.2 5h2.6l-1-3.6',
  sync: 'M4.5 10A8 8 0 0 1 19 8M19.5 3.5V8H15M19.5 14A8 8 0 0 1 5 16M4.5 20.5V16H9',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  pen: 'M4 20l1-4.5L16.5 4a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L8.5 19zM14.5 6l3.5 3.5',
  warn: 'M12 4 2.5 20.5h19zM12 10v5M12 17.8v.2',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.2',
  book: 'M5 4.5A1.5 1.5 0 0 1 6.5 3H19v15.5H6.5A1.5 1.5 0 0 0 5 20zM5 20a1.5 1.5 0 0 0 1.5 1.5H19v-3M9 7.5h6',
  talk: 'M4 4.5h16v11.5H11l-5 4.5V16H4z',
  drawer: 'M3.5 13.5 6 5h12l2.5 8.5V19h-17zM3.5 13.5H8.5a3.5 3.5 0 0 0 7 0h5',
} as const

export type IconName = keyof typeof ICONS | keyof typeof MORE_ICONS
