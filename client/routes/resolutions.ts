import type { RouteRecordRaw } from 'vue-router'
import ChooseResolution from '#client/features/resolutions/ChooseResolution.vue'
import ResolutionBin from '#client/features/resolutions/ResolutionBin.vue'
import ResolutionPage from '#client/features/resolutions/ResolutionPage.vue'
import ResolutionsPage from '#client/features/resolutions/ResolutionsPage.vue'
import StartResolution from '#client/features/resolutions/StartResolution.vue'
import CompareVersions from '#client/features/resolutions/versions/CompareVersions.vue'
import { backTo, param } from './here.ts'

const section: RouteRecordRaw = {
  path: '/resolutions',
  component: ResolutionsPage,
  children: [
    { path: '', component: ChooseResolution },
    { path: 'new', component: StartResolution, meta: backTo('/resolutions') },
    { path: 'bin', component: ResolutionBin, meta: backTo('/resolutions') },
    { path: ':unit/:record', component: ResolutionPage, props: true, meta: backTo('/resolutions') },
    {
      path: ':unit/:record/versions',
      component: CompareVersions,
      props: true,
      meta: { up: (here) => `/resolutions/${param(here, 'unit')}/${param(here, 'record')}` },
    },
  ],
}

export const routes: readonly RouteRecordRaw[] = [section]
