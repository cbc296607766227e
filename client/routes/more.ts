import type { RouteRecordRaw } from 'vue-router'
import MorePage from '#client/features/more/MorePage.vue'
import { backTo } from './here.ts'

const toOpinions = backTo('/opinions')
const opinions: RouteRecordRaw = {
  path: '/opinions',
  component: () => import('#client/features/opinions/OpinionsPage.vue'),
  meta: backTo('/more'),
  children: [
    { path: '', component: () => import('#client/features/opinions/ChooseOpinion.vue') },
    {
      path: ':unit/new',
      component: () => import('#client/features/opinions/RaiseOpinion.vue'),
      props: true,
      meta: toOpinions,
    },
    {
      path: ':unit/above/:record',
      component: () => import('#client/features/opinions/ForwardedPage.vue'),
      props: true,
      meta: toOpinions,
    },
    {
      path: ':unit/:record',
      component: () => import('#client/features/opinions/OpinionPage.vue'),
      props: true,
      meta: toOpinions,
    },
  ],
}

/** What lies behind "Khác", each a part of its own. */
export const routes: readonly RouteRecordRaw[] = [
  opinions,
  { path: '/more', component: MorePage, meta: { safeForUpdate: true } },
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
]
