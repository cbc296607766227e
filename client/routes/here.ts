import type { RouteLocationNormalized } from 'vue-router'

type Here = RouteLocationNormalized

/** Where the visible Back leads: always to the same page, or to one that the address names. */
export const backTo = (path: string) => ({ up: () => path })

export const param = (here: Here, name: string): string => encodeURIComponent(String(here.params[name]))
