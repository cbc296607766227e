import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'
import type { Worker } from './worker.ts'

declare const self: Worker

/** Keeps every file of this build, so that the app opens with the radio off. */
export function precacheTheApp(): void {
  cleanupOutdatedCaches()
  precacheAndRoute(self.__WB_MANIFEST)
}
