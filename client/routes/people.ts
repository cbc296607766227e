import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import AddPeople from '#client/features/people/AddPeople.vue'
import ChooseUnit from '#client/features/people/ChooseUnit.vue'
import CreateCell from '#client/features/people/CreateCell.vue'
import InvitePhone from '#client/features/people/InvitePhone.vue'
import PeoplePage from '#client/features/people/PeoplePage.vue'
import PersonPage from '#client/features/people/PersonPage.vue'
import UnitPage from '#client/features/people/UnitPage.vue'
import { backTo, inPart, param } from './here.ts'

type Here = RouteLocationNormalized
const toUnit = { up: (here: Here) => `/people/${param(here, 'unit')}` }
const toCandidates = { up: (here: Here) => `/people/${param(here, 'unit')}/candidates` }
const toPerson = { up: (here: Here) => `/people/${param(here, 'unit')}/${param(here, 'person')}` }

/** Lists and slips are the commune's work: a part of their own, which few phones fetch. */
const section: RouteRecordRaw = {
  path: '/people',
  component: PeoplePage,
  meta: backTo('/more'),
  children: [
    { path: '', component: ChooseUnit },
    { path: 'new-cell', component: CreateCell, meta: backTo('/people') },
    {
      path: 'import',
      component: inPart(() => import('#client/features/rosters/ImportPage.vue')),
      meta: backTo('/people'),
    },
    {
      path: 'slips',
      component: inPart(() => import('#client/features/rosters/SlipsPage.vue')),
      meta: backTo('/people'),
    },
    {
      path: 'waiting',
      component: inPart(() => import('#client/features/rosters/WaitingPage.vue')),
      meta: backTo('/people'),
    },
    {
      path: 'changes',
      component: () => import('#client/features/people/changes/ChangesPage.vue'),
      meta: backTo('/people'),
    },
    {
      path: ':unit/candidates',
      component: () => import('#client/features/people/candidates/CandidateList.vue'),
      props: true,
      meta: toUnit,
    },
    {
      path: ':unit/candidates/:record',
      component: () => import('#client/features/people/candidates/CandidatePage.vue'),
      props: true,
      meta: toCandidates,
    },
    { path: ':unit', component: UnitPage, props: true, meta: backTo('/people') },
    { path: ':unit/add', component: AddPeople, props: true, meta: toUnit },
    { path: ':unit/:person', component: PersonPage, props: true, meta: toUnit },
    { path: ':unit/:person/invite', component: InvitePhone, props: true, meta: toPerson },
  ],
}

export const routes: readonly RouteRecordRaw[] = [section]
