import { chanceFrom } from '#tests/simulation/chance.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { makeKeys, type KeyPair } from '#tests/simulation/keys.ts'
import { Replica } from '#client/data/replica/replica.ts'
import type { DirectoryCommand } from '#shared/events/directory.ts'

export type BenchReplica = { replica: Replica; book: MemoryBook }
export type BenchPhone = BenchReplica & { device: string; person: string; keys: KeyPair }

/** What lets a phone in: the directory of the server that is measured. */
export type LetIn = (command: DirectoryCommand) => Promise<unknown>

/** A real replica on a disk in memory, with its place in the directory. */
export async function benchPhone(
  whose: { device: string; person: string; lineage: string; seed: number },
  letIn: LetIn,
): Promise<BenchPhone> {
  const { device, person, lineage, seed } = whose
  const [keys, agree] = [await makeKeys(), await makeKeys()]
  await letIn({
    ...{ do: 'enrolDevice', device, person, label: 'bench' },
    ...{ signKey: keys.publicKey, agreeKey: agree.publicKey },
  })
  return { device, person, keys, ...replicaOf({ device, person, lineage, seed, keys }) }
}

export function replicaOf(of: {
  device: string
  person: string
  lineage: string
  seed: number
  keys: Pick<KeyPair, 'sign'>
}): BenchReplica {
  const { device, person, lineage, seed, keys } = of
  const chance = chanceFrom(seed)
  const book = new MemoryBook()
  const replica = new Replica({
    book,
    identity: { device, person, lineage, serverKey: '', enrolledAt: 1 },
    clock: () => Date.now(),
    localNow: () => '2026-12-03T20:00',
    sign: keys.sign,
    isFromServer: async () => true,
    isSignedBy: async () => true,
    announce: () => undefined,
    newId: chance.id,
    newClientId: () => 1 + chance.below(0xfffffffe),
  })
  return { replica, book }
}
