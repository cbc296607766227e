import type { Translation } from '#client/i18n/words.ts'
import { announcements } from './announcements.ts'
import { decided } from './decided.ts'
import { discussion } from './discussion.ts'
import { editor } from './editor.ts'
import { enrol } from './enrol.ts'
import { everywhere } from './everywhere.ts'
import { handedUp } from './handed-up.ts'
import { helping } from './helping.ts'
import { install } from './install.ts'
import { kept } from './kept.ts'
import { lock } from './lock.ts'
import { me } from './me.ts'
import { meetingAdvice } from './meeting-advice.ts'
import { meetingHanding } from './meeting-handing.ts'
import { meetingFromPaper } from './meeting-from-paper.ts'
import { meetingHandbook } from './meeting-handbook.ts'
import { meetingMinutes } from './meeting-minutes.ts'
import { meetingPlanning } from './meeting-planning.ts'
import { meetingPapers } from './meeting-papers.ts'
import { meetingRunning } from './meeting-running.ts'
import { meetingScore } from './meeting-score.ts'
import { meetingTasks } from './meeting-tasks.ts'
import { meetingTopics } from './meeting-topics.ts'
import { tasks } from './tasks.ts'
import { meetings } from './meetings.ts'
import { more } from './more.ts'
import { news } from './news.ts'
import { notices } from './notices.ts'
import { opinions } from './opinions.ts'
import { people } from './people.ts'
import { peopleMatters } from './people-matters.ts'
import { refusals } from './refusals.ts'
import { resolutions } from './resolutions.ts'
import { rosters } from './rosters.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { sync } from './sync.ts'
import { today } from './today.ts'
import { welcome } from './welcome.ts'

export const en: Translation = {
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
