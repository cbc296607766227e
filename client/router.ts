import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type Router,
  type RouteRecordRaw,
} from 'vue-router'
import TodayPage from '#client/features/today/TodayPage.vue'
import { backTo } from './routes/here.ts'

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

/** Parts with pages of their own, which come with them: the start page need not know the way inside. */
const PARTS: Readonly<Record<string, () => Promise<{ routes: RouteRecordRaw }>>> = {
  resolutions: () => import('./routes/resolutions.ts'),
  announcements: () => import('./routes/announcements.ts'),
  people: () => import('./routes/people.ts'),
}

/** The start screen comes with the app; every other part is fetched when it is first opened. */
const ROUTES: readonly RouteRecordRaw[] = [
  { path: '/', component: TodayPage, meta: { safeForUpdate: true } },
  ...Object.keys(PARTS).map((name) => ({ name, path: `/${name}/:inside(.*)*`, component: TodayPage })),
  { path: '/kept', component: () => import('#client/features/kept/KeptPage.vue'), meta: backTo('/more') },
  {
    path: '/sync',
    component: () => import('#client/features/sync/SyncPage.vue'),
    meta: { ...backTo('/more'), safeForUpdate: true },
  },
  {
    path: '/settings',
    component: () => import('#client/features/settings/SettingsPage.vue'),
    meta: { ...backTo('/more'), safeForUpdate: true },
  },
  {
    path: '/more',
    component: () => import('#client/features/more/MorePage.vue'),
    meta: { safeForUpdate: true },
  },
  {
    path: '/lend',
    component: () => import('#client/features/helping/LendPage.vue'),
    meta: backTo('/more'),
  },
  { path: '/me', component: () => import('#client/features/me/MePage.vue'), meta: backTo('/more') },
  {
    path: '/news',
    component: () => import('#client/features/news/NewsPage.vue'),
    meta: { ...backTo('/settings'), safeForUpdate: true },
  },
  {
    path: '/install',
    component: () => import('#client/features/install/InstallPage.vue'),
    meta: { ...backTo('/settings'), safeForUpdate: true },
  },
  { path: '/enrol', component: () => import('#client/features/enrol/EnrolPage.vue'), meta: { bare: true } },
  { path: '/setup', component: () => import('#client/features/setup/SetupPage.vue'), meta: { bare: true } },
  { path: '/:elsewhere(.*)*', redirect: '/' },
]

export function makeRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [...ROUTES],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
  router.beforeEach(async ({ name, fullPath }) => {
    const part = typeof name === 'string' ? PARTS[name] : undefined
    if (!part || typeof name !== 'string') return true
    const { routes } = await part()
    if (!router.hasRoute(name)) return fullPath // two links pressed at once
    router.removeRoute(name)
    router.addRoute(routes)
    return fullPath
  })
  return router
}
