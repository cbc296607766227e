import { SqliteStorage } from './sqlite.ts'

/** Commits for ever and says each place it was told is on disk. Argument: the file. */
const storage = SqliteStorage.open(process.argv[2] ?? '')
let seq = await storage.head('cell/dongma-0001')
for (;;) {
  seq++
  const bytes = new Uint8Array(seq % 3000).fill(seq)
  const of = {
    scope: 'cell/dongma-0001',
    record: 'nghiquyet-12',
    kind: 'resolution',
    holds: 'event',
  } as const
  const later = { put: 'meta', key: 'last', value: String(seq) } as const
  await storage.commit([{ put: 'entry', entry: { ...of, seq, bytes } }, later])
  process.stdout.write(`${seq}\n`)
}
