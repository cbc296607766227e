import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

const DAY = 24 * 60 * 60 * 1000
const DAYS = 90
/** Some sixty builds; who builds all day long keeps the newest of them. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Files with a hash in their names outlive the build they belong to: a tab that was open before it may ask for one of
 * them weeks later. They lie in a plain folder beside the build; a file's own time says until when it was part of one.
 */
export type EarlierBuilds = {
  /** `assets` of the build that is about to be replaced. */
  from: string
  to: string
  /** Milliseconds. */
  now: number
}

/** Keeps what the next build would empty away, and lets go what no build has had for 90 days. */
export function keepEarlierBuild({ from, to, now }: EarlierBuilds): void {
  if (existsSync(from)) {
    mkdirSync(to, { recursive: true })
    for (const name of filesIn(from)) {
      copyFileSync(join(from, name), join(to, name))
      utimesSync(join(to, name), now / 1000, now / 1000)
    }
  }
  dropOld(to, now)
}

function dropOld(folder: string, now: number): void {
  if (!existsSync(folder)) return
  const files = filesIn(folder).map((name) => ({ name, ...statOf(join(folder, name)) }))
  let bytes = 0
  for (const { name, at, size } of files.sort((a, b) => b.at - a.at)) {
    bytes += size
    if (now - at > DAYS * DAY || bytes > MOST_BYTES) rmSync(join(folder, name))
  }
}

const statOf = (path: string) => {
  const { mtimeMs, size } = statSync(path)
  return { at: mtimeMs, size }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
