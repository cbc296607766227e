import type { RouteRecordRaw } from 'vue-router'
import ChooseOpinion from '#client/features/opinions/ChooseOpinion.vue'
import ForwardedPage from '#client/features/opinions/ForwardedPage.vue'
import OpinionPage from '#client/features/opinions/OpinionPage.vue'
import OpinionsPage from '#client/features/opinions/OpinionsPage.vue'
import RaiseOpinion from '#client/features/opinions/RaiseOpinion.vue'
import { backTo } from './here.ts'

const toList = backTo('/opinions')
const section: RouteRecordRaw = {
  path: '/opinions',
  component: OpinionsPage,
  meta: backTo('/more'),
  children: [
    { path: '', component: ChooseOpinion },
    { path: ':unit/new', component: RaiseOpinion, props: true, meta: toList },
    { path: ':unit/above/:record', component: ForwardedPage, props: true, meta: toList },
    { path: ':unit/:record', component: OpinionPage, props: true, meta: toList },
  ],
}

export const routes: readonly RouteRecordRaw[] = [section]
