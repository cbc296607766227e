import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import AboveCellPage from '#client/features/meetings/handed-up/AboveCellPage.vue'
import HandedUpPage from '#client/features/meetings/handed-up/HandedUpPage.vue'
import HandUpPage from '#client/features/meetings/handed-up/HandUpPage.vue'
import ChooseMeeting from '#client/features/meetings/planning/ChooseMeeting.vue'
import MeetingPage from '#client/features/meetings/planning/MeetingPage.vue'
import MeetingRule from '#client/features/meetings/planning/MeetingRule.vue'
import MeetingsPage from '#client/features/meetings/planning/MeetingsPage.vue'
import PlanMeeting from '#client/features/meetings/planning/PlanMeeting.vue'
import MinutesPage from '#client/features/meetings/minutes/MinutesPage.vue'
import SignPage from '#client/features/meetings/minutes/SignPage.vue'
import NowPage from '#client/features/meetings/running/NowPage.vue'
import { backTo, inPart, param } from './here.ts'

type Here = RouteLocationNormalized
const meetingPath = (here: Here) => `/meetings/${param(here, 'unit')}/${param(here, 'record')}`
const toMeeting = { up: meetingPath }
const toNow = { up: (here: Here) => `${meetingPath(here)}/now` }

const planning: RouteRecordRaw = {
  path: '/meetings',
  component: MeetingsPage,
  children: [
    { path: '', component: ChooseMeeting },
    { path: ':unit/plan', component: PlanMeeting, props: true, meta: backTo('/meetings') },
    {
      path: ':unit/topics',
      component: () => import('#client/features/meetings/topics/TopicsPage.vue'),
      props: ({ params, query }) => ({ unit: params['unit'], month: query['month'], meeting: query['for'] }),
      meta: backTo('/meetings'),
    },
    { path: ':unit/rule', component: MeetingRule, props: true, meta: backTo('/meetings') },
    { path: ':unit/above', component: AboveCellPage, props: true, meta: backTo('/meetings') },
    {
      path: ':unit/above/:record',
      component: HandedUpPage,
      props: true,
      meta: { up: (here) => `/meetings/${param(here, 'unit')}/above` },
    },
    { path: ':unit/:record/handed-up', component: HandedUpPage, props: true, meta: toMeeting },
    { path: ':unit/:record/hand-up', component: HandUpPage, props: true, meta: toMeeting },
    { path: ':unit/:record', component: MeetingPage, props: true, meta: backTo('/meetings') },
  ],
}

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/meetings/take-over',
    component: () => import('#client/features/meetings/handing/TakeOverPage.vue'),
    meta: { up: () => '/meetings' },
  },
  {
    path: '/meetings/:unit/:record/hand-over',
    component: () => import('#client/features/meetings/handing/HandOverPage.vue'),
    props: true,
    meta: toNow,
  },
  {
    path: '/meetings/:unit/:record/papers',
    component: inPart(() => import('#client/features/meetings/papers/PapersPage.vue')),
    props: true,
    meta: toMeeting,
  },
  {
    path: '/meetings/:unit/:record/handbook',
    component: inPart(() => import('#client/features/meetings/handbook/HandbookPage.vue')),
    props: true,
    meta: toMeeting,
  },
  {
    path: '/meetings/:unit/from-paper',
    component: () => import('#client/features/meetings/from-paper/EnterPaper.vue'),
    props: true,
    meta: { up: () => '/meetings' },
  },
  {
    path: '/meetings/:unit/:record/from-paper',
    component: () => import('#client/features/meetings/from-paper/PaperMeeting.vue'),
    props: true,
    meta: toMeeting,
  },
  planning,
  { path: '/meetings/:unit/:record/now', component: NowPage, props: true, meta: toMeeting },
  { path: '/meetings/:unit/:record/minutes', component: MinutesPage, props: true, meta: toNow },
  { path: '/meetings/:unit/:record/sign/:text', component: SignPage, props: true, meta: toNow },
]
