import type { Worker } from './worker.ts'

declare const self: Worker

/** A new version waits until the person agrees; otherwise it takes over once every window was closed. */
export function takeOverWhenAsked(): void {
  self.addEventListener('message', (event) => {
    const asked: unknown = event.data
    if (typeof asked === 'object' && asked !== null && 'type' in asked && asked.type === 'SKIP_WAITING') {
      void self.skipWaiting()
    }
  })
}
