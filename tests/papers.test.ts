import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const PAPERS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'shared/SPEC.md', ...markdownIn('docs')]
/** Made by commands, so not there on a fresh clone. */
const MADE = /^(?:tests\/results|dist(?:-earlier)?|node_modules)(?:\/|$)/u
const OUR_FOLDERS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

describe.each(PAPERS)('%s', (paper) => {
  const text = read(paper)

  it('names files that exist', () => {
    const missing = [...quotedPaths(text), ...linkedPaths(text, dirname(paper))].filter(
      (path) => !MADE.test(path) && !existsSync(join(ROOT, path)),
    )
    expect(missing).toEqual([])
  })

  it('names commands that exist', () => {
    const named = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/gu)].map(
      ([, run, own]) => run ?? own,
    )
    expect(named.filter((name) => scripts[name ?? ''] === undefined)).toEqual([])
  })

  it('speaks of this project only, never of a place on somebody’s machine', () => {
    const elsewhere = /\.\.\/|(?<![\w.:/>])\/(?:home|mnt|srv|Users|work)\b/u
    expect(text.split('\n').filter((line) => elsewhere.test(line))).toEqual([])
  })
})

it('the README has one place for measured figures, and it is filled', () => {
  const [, figures = '', ...more] = read('README.md').split(/<!-- \/?figures -->/u)
  expect(more).toHaveLength(1)
  expect(figures).toContain('first load')
})

it('contributing fits on a page', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(61)
})

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

/** `client/main.ts`, `docs/`, `package.json`: what stands in backticks and can only be a path of ours. */
function quotedPaths(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/gu)].map(([, inside = '']) => inside)
  const commands = quoted.flatMap((inside) => inside.split(' '))
  return commands.filter((word) => {
    const [first = '', ...rest] = word.split('/')
    if (rest.length > 0) return OUR_FOLDERS.includes(first) && !/[<*{…]/u.test(word)
    return /^[\w.-]+\.(?:md|json|js|mjs|ts)$/u.test(word)
  })
}

/** Targets of links and pictures that do not leave the project. */
function linkedPaths(text: string, folder: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^(?:https?:|#)/u.test(target))
    .map((target) => join(folder, target.split('#')[0] ?? ''))
}
