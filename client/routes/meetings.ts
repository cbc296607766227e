import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import MinutesPage from '#client/features/meetings/minutes/MinutesPage.vue'
import SignPage from '#client/features/meetings/minutes/SignPage.vue'
import NowPage from '#client/features/meetings/running/NowPage.vue'
import { param } from './here.ts'

type Here = RouteLocationNormalized
const meetingPath = (here: Here) => `/meetings/${param(here, 'unit')}/${param(here, 'record')}`
const toMeeting = { up: meetingPath }
const toNow = { up: (here: Here) => `${meetingPath(here)}/now` }

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
  { path: '/meetings/:unit/:record/now', component: NowPage, props: true, meta: toMeeting },
  { path: '/meetings/:unit/:record/minutes', component: MinutesPage, props: true, meta: toNow },
  { path: '/meetings/:unit/:record/sign/:text', component: SignPage, props: true, meta: toNow },
]
