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

type Part = () => Promise<{ routes: readonly RouteRecordRaw[] }>

/** Parts bring their own pages: the start page knows only which part an address begins with. */
const more: Part = () => import('./routes/more.ts')
const PARTS: Readonly<Record<string, Part>> = {
  meetings: () => import('./routes/meetings.ts'),
  tasks: () => import('./routes/tasks.ts'),
  resolutions: () => import('./routes/resolutions.ts'),
  announcements: () => import('./routes/announcements.ts'),
  people: () => import('./routes/people.ts'),
  ...{
    more,
    kept: more,
    sync: more,
    settings: more,
    lend: more,
    me: more,
    news: more,
    install: more,
    opinions: more,
  },
}

/** The start screen comes with the app; every other part is fetched when it is first opened. */
const ROUTES: readonly RouteRecordRaw[] = [
  { path: '/', component: TodayPage, meta: { safeForUpdate: true } },
  ...Object.keys(PARTS).map((name) => ({ name, path: `/${name}/:inside(.*)*`, component: TodayPage })),
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
    const part = PARTS[String(name)]
    if (!part) return true
    const { routes } = await part()
    if (!router.hasRoute(String(name))) return fullPath // two links pressed at once
    for (const [awaited, its] of Object.entries(PARTS)) if (its === part) router.removeRoute(awaited)
    for (const route of routes) router.addRoute(route)
    return fullPath
  })
  return router
}
