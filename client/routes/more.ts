import type { RouteRecordRaw } from 'vue-router'
import MorePage from '#client/features/more/MorePage.vue'
import { backTo } from './here.ts'

/** What lies behind "Khác", each a part of its own. */
export const routes: readonly RouteRecordRaw[] = [
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
