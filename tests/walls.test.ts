import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

/** The snippets are in no TypeScript project, so the rules that ask for types are out. */
const WITHOUT_TYPES = {
  languageOptions: { parserOptions: { projectService: false } },
  rules: Object.fromEntries(
    ['no-floating-promises', 'no-misused-promises', 'await-thenable', 'switch-exhaustiveness-check'].map(
      (rule) => [`@typescript-eslint/${rule}`, 'off' as const],
    ),
  ),
}

const root = resolve(import.meta.dirname, '..')
const lint = linter(root)

function linter(cwd: string): ESLint {
  return new ESLint({
    cwd,
    overrideConfigFile: join(root, 'eslint.config.js'),
    overrideConfig: WITHOUT_TYPES,
  })
}

const vue = (body: string) =>
  `<script setup lang="ts">\n${body}\n</script>\n\n<template><p>a</p></template>\n`
const uses = (from: string) => `import { a } from '${from}'\nexport const b = a\n`

async function errorsIn(path: string, code: string): Promise<string[]> {
  const [result] = await lint.lintText(code, { filePath: path })
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message)
}

const WALLS: [path: string, from: string][] = [
  // Rooms of the domain
  ['shared/records/x.ts', '#shared/rules/y.ts'],
  ['shared/records/x.ts', '#shared/protocol/y.ts'],
  ['shared/rulesets/x.ts', '#shared/rules/y.ts'],
  ['shared/rules/x.ts', '#shared/events/y.ts'],
  ['shared/rules/x.ts', '#shared/protocol/y.ts'],
  ['shared/events/x.ts', '#shared/document/y.ts'],
  ['shared/events/x.ts', '#shared/protocol/y.ts'],
  ['shared/document/x.ts', '#shared/events/y.ts'],
  ['shared/protocol/x.ts', '#shared/rules/y.ts'],
  ['shared/protocol/x.ts', '#shared/events/y.ts'],
  ...['#client/data/book.ts', '#server/app.ts', 'node:fs', 'vue', 'dexie', 'hono'].flatMap((from) =>
    ['records', 'rules', 'events', 'document', 'protocol', 'rulesets'].map((room): [string, string] => [
      `shared/${room}/x.ts`,
      from,
    ]),
  ),
  ['shared/events/x.ts', 'yjs'],
  ['shared/x.ts', '#shared/records/y.ts'],
  // Rooms of the client
  ['client/ui/x.ts', '#shared/records/y.ts'],
  ['client/ui/X.vue', '#client/data/queries.ts'],
  ['client/ui/X.vue', 'vue-router'],
  ['client/features/tasks/x.ts', '#client/data/book.ts'],
  ['client/features/tasks/x.ts', '#client/data/sync/engine.ts'],
  ['client/features/tasks/X.vue', '#client/features/meetings/y.ts'],
  ['client/features/tasks/X.vue', '#client/shell/y.ts'],
  ['client/features/tasks/x.ts', '#shared/protocol/y.ts'],
  ['client/features/tasks/x.ts', 'yjs'],
  ['client/features/tasks/x.ts', 'dexie'],
  ['client/features/tasks/x.ts', '#server/app.ts'],
  ['client/shell/x.ts', 'dexie'],
  ['client/shell/x.ts', 'yjs'],
  ['client/editor/x.ts', 'dexie'],
  ['client/editor/x.ts', '#client/data/book.ts'],
  ['client/i18n/x.ts', '#client/features/tasks/y.ts'],
  ['client/data/x.ts', '#client/features/tasks/y.ts'],
  ['client/data/x.ts', '#client/shell/y.ts'],
  ['client/data/x.ts', 'vue-router'],
  ['client/data/x.ts', '#server/app.ts'],
  ['client/service-worker/x.ts', '#client/shell/y.ts'],
  ['client/service-worker/x.ts', 'vue'],
  ['client/main.ts', 'dexie'],
  ['client/main.ts', 'y-prosemirror'],
  ['client/data/x.ts', 'prosemirror-state'],
  // Rooms of the server
  ['sync-server/app.ts', '#client/data/book.ts'],
  ['sync-server/app.ts', 'vue'],
  ['sync-server/app.ts', 'yjs'],
  ['sync-server/app.ts', 'dexie'],
  ['sync-server/config.ts', 'hono'],
  ['sync-server/admission/x.ts', 'hono'],
  ['sync-server/scopes/x.ts', '@hono/node-server'],
  ['sync-server/storage/x.ts', 'hono/cookie'],
  ['sync-server/storage/x.ts', 'yjs'],
  ['sync-server/routes/x.ts', 'yjs'],
  ['sync-server/routes/x.ts', 'node:sqlite'],
  ['sync-server/admission/x.ts', 'node:sqlite'],
  ['sync-server/main.ts', 'pg'],
  // Everywhere
  ...['shared/rules', 'client/ui', 'client/data', 'client/features/tasks', 'sync-server/routes', 'tests'].map(
    (room): [string, string] => [`${room}/x.ts`, '../records/y.ts'],
  ),
  ['shared/rules/x.test.ts', '../records/y.ts'],
]

const DOORS: [path: string, from: string][] = [
  ['shared/records/x.ts', './ids.ts'],
  ['shared/records/x.ts', 'valibot'],
  ['shared/rules/x.ts', '#shared/records/ids.ts'],
  ['shared/rules/x.ts', '#shared/rulesets/y.ts'],
  ['shared/events/x.ts', '#shared/rules/y.ts'],
  ['shared/document/x.ts', 'yjs'],
  ['shared/document/x.ts', 'lib0/encoding'],
  ['shared/protocol/x.ts', '#shared/records/ids.ts'],
  ['client/ui/X.vue', 'vue'],
  ['client/features/tasks/X.vue', '#client/data/commands.ts'],
  ['client/features/tasks/X.vue', '#client/data/queries/tasks.ts'],
  ['client/features/tasks/X.vue', '#client/ui/y.ts'],
  ['client/features/tasks/X.vue', '#shared/events/y.ts'],
  ['client/features/tasks/X.vue', './y.ts'],
  ['client/shell/x.ts', '#client/features/tasks/y.ts'],
  ['client/data/x.ts', 'dexie'],
  ['client/data/x.ts', 'yjs'],
  ['client/data/sync/x.ts', '#shared/protocol/y.ts'],
  ['client/editor/x.ts', 'y-prosemirror'],
  ['client/main.ts', '#client/shell/y.ts'],
  ['client/service-worker/x.ts', 'workbox-precaching'],
  ['sync-server/app.ts', 'hono'],
  ['sync-server/main.ts', '@hono/node-server'],
  ['sync-server/routes/x.ts', 'hono'],
  ['sync-server/auth/x.ts', 'hono/cookie'],
  ['sync-server/admission/x.ts', 'yjs'],
  ['sync-server/scopes/x.ts', '#shared/protocol/y.ts'],
  ['sync-server/storage/x.ts', 'node:sqlite'],
  ['sync-server/storage/x.ts', 'pg'],
  ['shared/rules/x.test.ts', '#shared/events/y.ts'],
]

test.each(WALLS)('a wall stands: %s does not import %s', async (path, from) => {
  const code = uses(from)
  expect(await errorsIn(path, path.endsWith('.vue') ? vue(code.replace('export ', '')) : code)).toContain(
    'no-restricted-imports',
  )
  if (!path.includes('.test.') && !path.startsWith('tests/') && path.endsWith('.ts')) {
    expect(await errorsIn(path, `export const load = () => import('${from}')\n`)).toContain(
      'no-restricted-syntax',
    )
  }
})

test.each(DOORS)('a door is open: %s imports %s', async (path, from) => {
  const code = path.endsWith('.vue')
    ? vue(`${uses(from).replace('export ', '')}defineExpose({ b })`)
    : uses(from)
  expect(await errorsIn(path, code)).toEqual([])
})

const HABITS: [path: string, rule: string, code: string][] = [
  ['shared/rules/x.ts', 'no-restricted-properties', 'export const now = () => Date.now()\n'],
  ['shared/rules/x.ts', 'no-restricted-properties', 'export const dice = () => Math.random()\n'],
  ['shared/rules/x.ts', 'no-restricted-syntax', 'export const now = () => new Date()\n'],
  ['shared/rules/x.ts', 'no-restricted-globals', 'export const id = () => crypto.randomUUID()\n'],
  ['shared/rules/x.ts', 'no-restricted-properties', "export const o = (a: string) => a.localeCompare('b')\n"],
  ['shared/rules/x.ts', 'no-console', "console.log('a')\nexport const a = 1\n"],
  ['client/data/x.ts', 'no-console', "console.log('a')\nexport const a = 1\n"],
  ['shared/rules/x.ts', 'no-restricted-syntax', "export * from './y.ts'\n"],
  ['shared/rules/index.ts', 'no-restricted-syntax', "export { y } from './y.ts'\n"],
  ['sync-server/app.ts', 'no-restricted-syntax', 'export default {}\n'],
  ['client/ui/x.ts', 'no-restricted-syntax', 'export const s = (e: Element) => { e.innerHTML = `a` }\n'],
  ['client/ui/x.ts', 'no-restricted-syntax', 'export const s = (e: Element) => { e.outerHTML = `a` }\n'],
  ['shared/records/x.ts', 'no-restricted-syntax', 'export enum E { A }\n'],
  ['shared/records/x.ts', '@typescript-eslint/no-explicit-any', 'export const a: any = 1\n'],
  ['sync-server/routes/x.ts', 'no-restricted-syntax', "export const q = 'SELECT * FROM events'\n"],
  ['sync-server/storage/x.ts', 'max-lines', 'export const a = 1\n'.repeat(301)],
  ['client/ui/X.vue', 'max-lines', vue('//\n'.repeat(200))],
  ['client/ui/X.vue', 'vue/no-v-html', '<template><p v-html="a" /></template>\n'],
  ['client/ui/X.vue', 'vue/no-restricted-v-bind', '<template><p :innerHTML="a" /></template>\n'],
  [
    'client/ui/X.vue',
    'vuejs-accessibility/click-events-have-key-events',
    '<template><p @click="a" /></template>\n',
  ],
]

test.each(HABITS)('a habit is refused: %s %s', async (path, rule, code) => {
  expect(await errorsIn(path, code)).toContain(rule)
})

test('SQL is at home in storage, the clock in the server', async () => {
  expect(await errorsIn('sync-server/storage/x.ts', "export const q = 'SELECT * FROM events'\n")).toEqual([])
  expect(await errorsIn('sync-server/auth/x.ts', 'export const now = () => Date.now()\n')).toEqual([])
})

test('two files do not import each other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'))
  try {
    writeFileSync(join(folder, 'a.ts'), "import { b } from './b.ts'\nexport const a = () => b\n")
    writeFileSync(join(folder, 'b.ts'), "import { a } from './a.ts'\nexport const b = () => a\n")
    const results = await linter(folder).lintFiles(['a.ts', 'b.ts'])
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
      'import-x/no-cycle',
      'import-x/no-cycle',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
