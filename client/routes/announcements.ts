import type { RouteRecordRaw } from 'vue-router'
import AnnouncementPage from '#client/features/announcements/AnnouncementPage.vue'
import AnnouncementsPage from '#client/features/announcements/AnnouncementsPage.vue'
import ChooseAnnouncement from '#client/features/announcements/ChooseAnnouncement.vue'
import WriteAnnouncement from '#client/features/announcements/WriteAnnouncement.vue'
import { backTo, param } from './here.ts'

const section: RouteRecordRaw = {
  path: '/announcements',
  component: AnnouncementsPage,
  meta: backTo('/more'),
  children: [
    { path: '', component: ChooseAnnouncement },
    { path: ':unit/new', component: WriteAnnouncement, props: true, meta: backTo('/announcements') },
    { path: ':unit/:record', component: AnnouncementPage, props: true, meta: backTo('/announcements') },
    {
      path: ':unit/:record/correct',
      component: WriteAnnouncement,
      props: true,
      meta: { up: (here) => `/announcements/${param(here, 'unit')}/${param(here, 'record')}` },
    },
  ],
}

export const routes: readonly RouteRecordRaw[] = [section]
