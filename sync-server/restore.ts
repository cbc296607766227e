import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { restoreBackup } from '#server/storage/restore.ts'

/** `npm run restore -- <backup file> [--force] [--passphrase-file <file>]`, into DATA_DIR, while the server is stopped. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean', default: false }, 'passphrase-file': { type: 'string' } },
})
const [file] = positionals
const passphraseFile = values['passphrase-file']

if (!file) {
  console.error('Which backup? npm run restore -- <file>')
  process.exit(2)
}
try {
  const passphrase = passphraseFile ? { passphrase: readFileSync(passphraseFile, 'utf8').trim() } : {}
  const dataDir = process.env['DATA_DIR'] ?? 'data'
  const lineage = randomBytes(16).toString('base64url')
  const of = { file, dataDir, force: values.force, now: Date.now(), lineage }
  const restored = await restoreBackup({ ...of, ...passphrase })
  console.log(
    `${restored.entries} entries are back in ${dataDir}. Start the server; phones bring what it has not got.`,
  )
  if (restored.setAside) console.log(`What was there before lies in ${restored.setAside}.`)
} catch (why) {
  console.error(`Nothing was restored: ${why instanceof Error ? why.message : String(why)}`)
  process.exitCode = 1
}
