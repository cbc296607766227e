import type { Commands } from './commands.ts'
import { lazily } from './lazily.ts'
import { newId, newSlug } from './random.ts'

/** Commands that are fetched when the first of them is given. */
export function lazyCommands(load: () => Promise<Commands>): Commands {
  const commands: Commands = lazily(load, {
    newRecordId: newId,
    newSlug,
    syncNow: () => void load().then((loaded) => loaded.syncNow()),
    askToPersist: async () => (await navigator.storage?.persist?.()) ?? false,
  })
  return commands
}
