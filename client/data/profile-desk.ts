import type { ProfileDesk } from './commands.ts'
import { LockDesk } from './lock-desk.ts'
import { openNext } from './next-profile.ts'
import type { Profiles } from './profiles.ts'

/** What whoever has the book open may do about the profiles of this device. */
export function profileDesk(profiles: Profiles, book: string): ProfileDesk {
  const lock = new LockDesk(profiles, Date.now)
  const mine = async () => (await profiles.all()).find((p) => p.book === book)
  return {
    async state() {
      const all = await profiles.all()
      return { others: all.filter((p) => p.book !== book).length, hasPin: (await mine())?.pin !== undefined }
    },
    async setPin(pin) {
      const profile = await mine()
      if (profile) await lock.setPin(profile.id, pin)
    },
    async tryPin(pin) {
      const profile = await mine()
      return profile ? lock.tryPin(profile.id, pin) : { right: false, waitMs: 0 }
    },
    async dropPin() {
      const profile = await mine()
      if (profile) await lock.dropPin(profile.id)
    },
    async add(secret) {
      const unused = (await lock.list()).find((p) => p.name === null && p.book !== book)
      openNext(unused?.id ?? (await profiles.add()).id)
      // A secret stays behind the `#`, as it came.
      location.assign(secret === null ? '/enrol' : `/enrol#${secret}`)
      if (location.pathname === '/enrol') location.reload()
    },
    lock: () => location.assign('/'),
  }
}
