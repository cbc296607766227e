import type { Duty } from '#shared/records/person.ts'
import type { PartView } from './views.ts'

/** Where the service worker looks for them (`client/service-worker/parts.ts`). */
const PARTS = 'parts'

type Part = { name: string; files: readonly string[]; bytes: number }

/** Parts of the app that not every phone has, and whether this one has them; empty where nothing can be kept. */
export async function partsHere(): Promise<PartView[]> {
  const parts = await partsOfThisVersion()
  return Promise.all(
    parts.map(async ({ name, files, bytes }) => {
      const found = await Promise.all(files.map((file) => caches.match(file)))
      return { name, bytes, here: found.every(Boolean) }
    }),
  )
}

/** Whose duty needs which part, so that it is there before the day it is needed. */
const OF_DUTY: Partial<Record<Duty, readonly string[]>> = {
  officer: ['lists'],
  secretary: ['lists', 'papers'],
  deputy: ['lists', 'papers'],
  committee: ['papers'],
}

/** Fetches what is missing of the parts of somebody's duties; without a network it is tried at the next start. */
export async function fetchPartsOfDuty(duties: Iterable<Duty>): Promise<void> {
  const wanted = new Set([...duties].flatMap((duty) => OF_DUTY[duty] ?? []))
  for (const { name, here } of await partsHere()) if (!here && wanted.has(name)) await fetchPart(name)
}

/** Fetches a part and keeps it. @returns whether all of it is here now */
export async function fetchPart(name: string): Promise<boolean> {
  const part = (await partsOfThisVersion()).find((p) => p.name === name)
  if (!part) return false
  try {
    await (await caches.open(PARTS)).addAll([...part.files])
    return true
  } catch {
    return false // no network, or no room: as if nothing had been asked
  }
}

async function partsOfThisVersion(): Promise<Part[]> {
  if (!('caches' in globalThis)) return []
  const answer = await fetch('/parts.json').catch(() => null)
  const isList = answer?.headers.get('content-type')?.startsWith('application/json')
  return answer?.ok && isList ? ((await answer.json()) as Part[]) : []
}
