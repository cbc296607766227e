import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { makeBackup } from '#server/storage/backup.ts'

/** `npm run backup -- --to <folder> [--keep 14] [--passphrase-file <file>]`; the data is that of DATA_DIR. */
const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    keep: { type: 'string', default: '14' },
    'passphrase-file': { type: 'string' },
  },
})
const { to, keep, 'passphrase-file': passphraseFile } = values

if (!to) {
  console.error('Where to? npm run backup -- --to <folder on another disk>')
  process.exit(2)
}
try {
  const passphrase = passphraseFile ? { passphrase: readFileSync(passphraseFile, 'utf8').trim() } : {}
  const dataDir = process.env['DATA_DIR'] ?? 'data'
  const made = await makeBackup({ dataDir, to, keep: Number(keep) || 14, now: Date.now(), ...passphrase })
  console.log(`${made.file}: ${made.rows} rows, ${made.bytes} bytes, read back and whole.`)
  for (const name of made.dropped) console.log(`removed the older ${name}`)
  if (!made.secondPlace)
    console.log(
      'Warning: this folder is on the same disk as the data. Phones go on keeping their own copies.',
    )
  if (!passphraseFile)
    console.log('Warning: the file is not sealed. Whoever has it can read everything: lock it away.')
} catch (why) {
  console.error(`No backup was made: ${why instanceof Error ? why.message : String(why)}`)
  process.exitCode = 1
}
