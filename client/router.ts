import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type Router,
  type RouteRecordRaw,
} from 'vue-router'
import TodayPage from '#client/features/today/TodayPage.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Where the visible Back leads. */
    up?: (here: RouteLocationNormalized) => string
    /** Before there is a book: no navigation, no facts. */
    bare?: boolean
    /** Nothing is typed here: a new version may be offered. */
    safeForUpdate?: boolean
  }
}

const to = (path: string) => ({ up: () => path })
const param = (here: RouteLocationNormalized, name: string) => encodeURIComponent(String(here.params[name]))
const toUnit = { up: (here: RouteLocationNormalized) => `/people/${param(here, 'unit')}` }
const toPerson = {
  up: (here: RouteLocationNormalized) => `/people/${param(here, 'unit')}/${param(here, 'person')}`,
}

const resolutions: RouteRecordRaw = {
  path: '/resolutions',
  component: () => import('#client/features/resolutions/ResolutionsPage.vue'),
  children: [
    { path: '', component: () => import('#client/features/resolutions/ChooseResolution.vue') },
    {
      path: 'new',
      component: () => import('#client/features/resolutions/StartResolution.vue'),
      meta: to('/resolutions'),
    },
    {
      path: 'bin',
      component: () => import('#client/features/resolutions/ResolutionBin.vue'),
      meta: to('/resolutions'),
    },
    {
      path: ':unit/:record',
      component: () => import('#client/features/resolutions/ResolutionPage.vue'),
      props: true,
      meta: to('/resolutions'),
    },
    {
      path: ':unit/:record/versions',
      component: () => import('#client/features/resolutions/versions/CompareVersions.vue'),
      props: true,
      meta: { up: (here) => `/resolutions/${param(here, 'unit')}/${param(here, 'record')}` },
    },
  ],
}

const toMeeting = {
  up: (here: RouteLocationNormalized) => `/meetings/${param(here, 'unit')}/${param(here, 'record')}`,
}
const toNow = {
  up: (here: RouteLocationNormalized) => `/meetings/${param(here, 'unit')}/${param(here, 'record')}/now`,
}

const meeting: readonly RouteRecordRaw[] = [
  {
    path: '/meetings/:unit/:record/now',
    component: () => import('#client/features/meetings/running/NowPage.vue'),
    props: true,
    meta: toMeeting,
  },
  {
    path: '/meetings/:unit/:record/minutes',
    component: () => import('#client/features/meetings/minutes/MinutesPage.vue'),
    props: true,
    meta: toNow,
  },
  {
    path: '/meetings/:unit/:record/sign/:text',
    component: () => import('#client/features/meetings/minutes/SignPage.vue'),
    props: true,
    meta: toNow,
  },
]

const announcements: RouteRecordRaw = {
  path: '/announcements',
  component: () => import('#client/features/announcements/AnnouncementsPage.vue'),
  meta: to('/more'),
  children: [
    { path: '', component: () => import('#client/features/announcements/ChooseAnnouncement.vue') },
    {
      path: ':unit/new',
      component: () => import('#client/features/announcements/WriteAnnouncement.vue'),
      props: true,
      meta: to('/announcements'),
    },
    {
      path: ':unit/:record',
      component: () => import('#client/features/announcements/AnnouncementPage.vue'),
      props: true,
      meta: to('/announcements'),
    },
    {
      path: ':unit/:record/correct',
      component: () => import('#client/features/announcements/WriteAnnouncement.vue'),
      props: true,
      meta: { up: (here) => `/announcements/${param(here, 'unit')}/${param(here, 'record')}` },
    },
  ],
}

const people: RouteRecordRaw = {
  path: '/people',
  component: () => import('#client/features/people/PeoplePage.vue'),
  meta: to('/more'),
  children: [
    { path: '', component: () => import('#client/features/people/ChooseUnit.vue') },
    {
      path: 'new-cell',
      component: () => import('#client/features/people/CreateCell.vue'),
      meta: to('/people'),
    },
    {
      path: 'import',
      component: () => import('#client/features/rosters/ImportPage.vue'),
      meta: to('/people'),
    },
    {
      path: 'slips',
      component: () => import('#client/features/rosters/SlipsPage.vue'),
      meta: to('/people'),
    },
    {
      path: 'waiting',
      component: () => import('#client/features/rosters/WaitingPage.vue'),
      meta: to('/people'),
    },
    {
      path: ':unit',
      component: () => import('#client/features/people/UnitPage.vue'),
      props: true,
      meta: to('/people'),
    },
    {
      path: ':unit/add',
      component: () => import('#client/features/people/AddPeople.vue'),
      props: true,
      meta: toUnit,
    },
    {
      path: ':unit/:person',
      component: () => import('#client/features/people/PersonPage.vue'),
      props: true,
      meta: toUnit,
    },
    {
      path: ':unit/:person/invite',
      component: () => import('#client/features/people/InvitePhone.vue'),
      props: true,
      meta: toPerson,
    },
  ],
}

/** The start screen comes with the app; every other part is fetched when it is first opened. */
const ROUTES: readonly RouteRecordRaw[] = [
  { path: '/', component: TodayPage, meta: { safeForUpdate: true } },
  resolutions,
  ...meeting,
  announcements,
  people,
  { path: '/kept', component: () => import('#client/features/kept/KeptPage.vue'), meta: to('/more') },
  {
    path: '/sync',
    component: () => import('#client/features/sync/SyncPage.vue'),
    meta: { ...to('/more'), safeForUpdate: true },
  },
  {
    path: '/settings',
    component: () => import('#client/features/settings/SettingsPage.vue'),
    meta: { ...to('/more'), safeForUpdate: true },
  },
  {
    path: '/more',
    component: () => import('#client/features/more/MorePage.vue'),
    meta: { safeForUpdate: true },
  },
  {
    path: '/lend',
    component: () => import('#client/features/helping/LendPage.vue'),
    meta: to('/more'),
  },
  { path: '/me', component: () => import('#client/features/me/MePage.vue'), meta: to('/more') },
  {
    path: '/news',
    component: () => import('#client/features/news/NewsPage.vue'),
    meta: { ...to('/settings'), safeForUpdate: true },
  },
  {
    path: '/install',
    component: () => import('#client/features/install/InstallPage.vue'),
    meta: { ...to('/settings'), safeForUpdate: true },
  },
  { path: '/enrol', component: () => import('#client/features/enrol/EnrolPage.vue'), meta: { bare: true } },
  { path: '/setup', component: () => import('#client/features/setup/SetupPage.vue'), meta: { bare: true } },
  { path: '/:elsewhere(.*)*', redirect: '/' },
]

export function makeRouter(): Router {
  return createRouter({
    history: createWebHistory(),
    routes: [...ROUTES],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
}
