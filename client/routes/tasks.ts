import type { RouteRecordRaw } from 'vue-router'
import ChooseTask from '#client/features/tasks/ChooseTask.vue'
import TaskForm from '#client/features/tasks/TaskForm.vue'
import TaskPage from '#client/features/tasks/TaskPage.vue'
import TasksPage from '#client/features/tasks/TasksPage.vue'
import { backTo, param } from './here.ts'

const section: RouteRecordRaw = {
  path: '/tasks',
  component: TasksPage,
  children: [
    { path: '', component: ChooseTask },
    { path: ':unit/new', component: TaskForm, props: true, meta: backTo('/tasks') },
    { path: ':unit/:record', component: TaskPage, props: true, meta: backTo('/tasks') },
    {
      path: ':unit/:record/change',
      component: TaskForm,
      props: true,
      meta: { up: (here) => `/tasks/${param(here, 'unit')}/${param(here, 'record')}` },
    },
  ],
}

export const routes: readonly RouteRecordRaw[] = [section]
