import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { keepEarlierBuild } from '#scripts/earlier-builds.ts'

const DAY = 24 * 60 * 60 * 1000
const FIRST = Date.UTC(2026, 11, 3)
const folders: string[] = []
let from = ''
let to = ''

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-builds-'))
  folders.push(folder)
  from = join(folder, 'dist', 'assets')
  to = join(folder, 'dist-earlier', 'assets')
})
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

/** The build of a day, after what was there has been put aside and emptied away. */
function build(day: number, ...names: string[]): void {
  keepEarlierBuild({ from, to, now: FIRST + day * DAY })
  rmSync(from, { recursive: true, force: true })
  mkdirSync(from, { recursive: true })
  for (const name of names) writeFileSync(join(from, name), `${name} of day ${day}`)
}
const kept = () => readdirSync(to).sort()

describe('files of earlier builds', () => {
  it('the first build has nothing before it', () => {
    expect(() => build(0, 'people-aa.js')).not.toThrow()
  })

  it('stay beside the build that has replaced them', () => {
    build(0, 'people-aa.js', 'today-aa.css')
    build(1, 'people-bb.js')
    expect(kept()).toEqual(['people-aa.js', 'today-aa.css'])
    expect(readFileSync(join(to, 'people-aa.js'), 'utf8')).toBe('people-aa.js of day 0')
  })

  it('stay for 90 days after they were last part of a build, however long they were that', () => {
    build(0, 'vendor-aa.js', 'people-aa.js')
    build(100, 'vendor-aa.js')
    build(150, 'today-bb.js')
    build(189, 'today-cc.js')
    expect(kept()).toContain('people-aa.js')
    build(191, 'today-dd.js')
    expect(kept()).toEqual(['today-bb.js', 'today-cc.js', 'vendor-aa.js'])
    build(241, 'today-ee.js')
    expect(kept()).not.toContain('vendor-aa.js')
  })
})
