import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { LockDesk } from '#client/data/lock-desk.ts'
import { forgetNext, nextProfile } from '#client/data/next-profile.ts'
import type { Profiles } from '#client/data/profiles.ts'
import { lockWhenIdle } from './idle.ts'
import LockScreen from './LockScreen.vue'

/**
 * [E17] [E19] Asks who is there and for the PIN, before any book is opened for reading. Every page asks anew: closing is
 * locking.
 * @returns name of the book to open
 */
export async function unlock(profiles: Profiles): Promise<string> {
  const desk = new LockDesk(profiles, Date.now)
  const people = await desk.list()
  const beginning = people.find((p) => p.id === nextProfile() && p.name === null)
  if (beginning) return beginning.book
  forgetNext()
  return new Promise((open) => {
    const screen = createApp(LockScreen, {
      desk,
      onOpened: (book: string) => {
        screen.unmount()
        lockWhenIdle()
        open(book)
      },
    })
    screen.use(createPinia()).mount('#app')
  })
}
