import { describe, expect, it } from 'vitest'
import { HOLDS, REFUSALS } from '#shared/records/refusal.ts'
import { en } from './en/all.ts'
import { announcements } from './vi/announcements.ts'
import { decided } from './vi/decided.ts'
import { discussion } from './vi/discussion.ts'
import { editor } from './vi/editor.ts'
import { enrol } from './vi/enrol.ts'
import { everywhere } from './vi/everywhere.ts'
import { handedUp } from './vi/handed-up.ts'
import { helping } from './vi/helping.ts'
import { install } from './vi/install.ts'
import { kept } from './vi/kept.ts'
import { lock } from './vi/lock.ts'
import { me } from './vi/me.ts'
import { meetingAdvice } from './vi/meeting-advice.ts'
import { meetingHanding } from './vi/meeting-handing.ts'
import { meetingFromPaper } from './vi/meeting-from-paper.ts'
import { meetingHandbook } from './vi/meeting-handbook.ts'
import { meetingMinutes } from './vi/meeting-minutes.ts'
import { meetingPlanning } from './vi/meeting-planning.ts'
import { meetingPapers } from './vi/meeting-papers.ts'
import { meetingRunning } from './vi/meeting-running.ts'
import { meetingScore } from './vi/meeting-score.ts'
import { meetingTasks } from './vi/meeting-tasks.ts'
import { meetingTopics } from './vi/meeting-topics.ts'
import { tasks } from './vi/tasks.ts'
import { meetings } from './vi/meetings.ts'
import { more } from './vi/more.ts'
import { news } from './vi/news.ts'
import { notices } from './vi/notices.ts'
import { opinions } from './vi/opinions.ts'
import { people } from './vi/people.ts'
import { peopleMatters } from './vi/people-matters.ts'
import { refusals } from './vi/refusals.ts'
import { resolutions } from './vi/resolutions.ts'
import { rosters } from './vi/rosters.ts'
import { settings } from './vi/settings.ts'
import { shell } from './vi/shell.ts'
import { sync } from './vi/sync.ts'
import { today } from './vi/today.ts'
import { welcome } from './vi/welcome.ts'
import { de } from './de/all.ts'
import { ROOMS, type Translation } from './words.ts'

const vi: Translation = {
  everywhere,
  shell,
  today,
  welcome,
  resolutions,
  meetings,
  meetingPlanning,
  meetingRunning,
  meetingMinutes,
  meetingHanding,
  meetingPapers,
  meetingHandbook,
  meetingFromPaper,
  meetingScore,
  meetingTasks,
  meetingTopics,
  tasks,
  meetingAdvice,
  discussion,
  decided,
  handedUp,
  opinions,
  announcements,
  people,
  peopleMatters,
  rosters,
  lock,
  editor,
  enrol,
  helping,
  install,
  me,
  more,
  news,
  sync,
  kept,
  settings,
  refusals,
  notices,
}
const COMPLETE = { en, de }

const paramsOf = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort()

describe.each(Object.entries(COMPLETE))('%s says everything Vietnamese says', (_, spoken) => {
  it.each(ROOMS)('%s: no message is missing and none is left over', (room) => {
    expect(Object.keys(spoken[room]).sort()).toEqual(Object.keys(vi[room]).sort())
  })

  it.each(ROOMS)('%s: the same parameters in every form, and nothing empty', (room) => {
    for (const [key, source] of Object.entries(vi[room])) {
      const forms = (spoken[room][key] ?? '').split(' | ')
      for (const form of forms) expect([key, paramsOf(form)]).toEqual([key, paramsOf(source)])
      expect(forms.every((form) => form.trim() !== '')).toBe(true)
    }
  })
})

describe('every refusal and every hold has a text for me and one for them', () => {
  const codes = [...REFUSALS, ...HOLDS.map((code) => `hold.${code}`)]
  it.each(codes)('%s', (code) => {
    expect(vi.refusals).toHaveProperty([`${code}.mine`])
    expect(vi.refusals).toHaveProperty([`${code}.theirs`])
  })

  it('and no text is about a code that is gone', () => {
    const none = ['offline', 'serverFull', 'openElsewhere', 'cannotSave.full', 'cannotSave.blocked']
    const told = new Set(Object.keys(vi.refusals).filter((key) => !none.includes(key)))
    for (const code of codes) for (const whose of ['mine', 'theirs']) told.delete(`${code}.${whose}`)
    expect([...told]).toEqual([])
  })
})
