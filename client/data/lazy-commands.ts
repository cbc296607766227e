import type { Commands } from './commands.ts'
import { newId, newSlug } from './random.ts'

/** Commands that are fetched when the first of them is given: the first picture needs none. */
export function lazyCommands(load: () => Promise<Commands>): Commands {
  let loaded: Promise<Commands> | null = null
  const commands = () => (loaded ??= load())
  return {
    give: async (...of) => (await commands()).give(...of),
    startResolution: async (...of) => (await commands()).startResolution(...of),
    newRecordId: newId,
    newSlug,
    markSeen: async (...of) => (await commands()).markSeen(...of),
    lookFirst: async (...of) => (await commands()).lookFirst(...of),
    putAwayKept: async (...of) => (await commands()).putAwayKept(...of),
    keepForm: async (...of) => (await commands()).keepForm(...of),
    dropForm: async (...of) => (await commands()).dropForm(...of),
    sendAnyway: async (...of) => (await commands()).sendAnyway(...of),
    takeBack: async (...of) => (await commands()).takeBack(...of),
    syncNow: () => void commands().then((c) => c.syncNow()),
    profiles: async () => (await commands()).profiles(),
    askToPersist: async () => (await navigator.storage?.persist?.()) ?? false,
  }
}
