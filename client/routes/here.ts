import type { RouteComponent, RouteLocationNormalized } from 'vue-router'
import PartMissing from '#client/features/sync/PartMissing.vue'

type Here = RouteLocationNormalized

/** Where the visible Back leads: always to the same page, or to one that the address names. */
export const backTo = (path: string) => ({ up: () => path })

export const param = (here: Here, name: string): string => encodeURIComponent(String(here.params[name]))

/** A page of a part that not every phone has: without a network its place says so, instead of nothing happening. */
export const inPart = (load: () => Promise<{ default: RouteComponent }>) => (): Promise<RouteComponent> =>
  load().then(
    (page) => page.default,
    () => PartMissing,
  )
