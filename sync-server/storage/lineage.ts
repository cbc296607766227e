import type { Storage } from './storage.ts'

/** This data's name of its own order, made at the first start and anew by every restore, and those before it. */
export async function lineageOf(
  storage: Storage,
  chance: (bytes: number) => Uint8Array,
): Promise<{ lineage: string; earlierLineages: string[] }> {
  const known = await storage.meta('lineage')
  const lineage = known ?? Buffer.from(chance(16)).toString('base64url')
  if (known === null) await storage.commit([{ put: 'meta', key: 'lineage', value: lineage }])
  return { lineage, earlierLineages: JSON.parse((await storage.meta('lineages')) ?? '[]') as string[] }
}
