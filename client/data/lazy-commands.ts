import type { Commands } from './commands.ts'
import { newId, newSlug } from './random.ts'

/** Commands that are fetched when the first of them is given: the first picture needs none. */
export function lazyCommands(load: () => Promise<Commands>): Commands {
  let loaded: Promise<Commands> | null = null
  const commands = () => (loaded ??= load())
  const later =
    <Name extends Late>(name: Name) =>
    async (...of: Parameters<Commands[Name]>): Promise<Awaited<ReturnType<Commands[Name]>>> => {
      const command = (await commands())[name] as (...of: unknown[]) => ReturnType<Commands[Name]>
      return await command(...of)
    }
  const all = Object.fromEntries(LATE.map((name) => [name, later(name)]))
  return {
    ...(all as unknown as Pick<Commands, Late>),
    newRecordId: newId,
    newSlug,
    syncNow: () => void commands().then((c) => c.syncNow()),
    askToPersist: async () => (await navigator.storage?.persist?.()) ?? false,
  }
}

const LATE = [
  'give',
  'startResolution',
  'say',
  'acceptProposal',
  'nameVersion',
  'markSeen',
  'lookFirst',
  'putAwayKept',
  'keepForm',
  'dropForm',
  'sendAnyway',
  'takeBack',
] as const
type Late = (typeof LATE)[number]
