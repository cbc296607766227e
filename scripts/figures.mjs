import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, projectNode, root } from './toolchain.mjs'

// node scripts/figures.mjs [--write]: the README's table of measured figures, printed or put between its markers.
// Simulation and other counted promises come from tests/results (npm test), so do benchmarks (npm run bench), sizes from
// size-limit, times of a fresh
// clone from tests/results/fresh-clone.json (node scripts/fresh-clone.mjs).

const README = join(root, 'README.md')
const RESULTS = join(root, 'tests', 'results')
const BEGIN = '<!-- figures -->'
const END = '<!-- /figures -->'
const NOT_MEASURED = 'not measured here yet'

await ensureInstalled()
if ((await ensureBuilt()) !== 0) throw new Error('the client does not build')
const table = tableOf([...sizeRows(), ...promiseRows(), ...benchRows(), ...freshCloneRows()])
if (process.argv.includes('--write')) writeFileSync(README, replaced(readFileSync(README, 'utf8'), table))
else console.log(table)

function sizeRows() {
  const home = join(root, 'node_modules', 'size-limit')
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const { stdout, stderr } = spawnSync(projectNode(), [join(home, bin['size-limit'] ?? bin), '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (!stdout.trim()) throw new Error(`size-limit said nothing: ${stderr}`)
  return JSON.parse(stdout).map(({ name, size, sizeLimit }) => [
    `${name}, brotli`,
    kilobytes(size),
    `≤ ${kilobytes(sizeLimit)}`,
    '`npm run size`',
  ])
}

/** One row for each promise that a run counted; what it counted is told in the words of the result itself. */
function promiseRows() {
  const results = resultFiles().filter(({ promise }) => promise !== undefined)
  if (results.length === 0)
    return [['histories of many phones, from seeds', NOT_MEASURED, 'none', '`npm test`']]
  return results.map(({ promise, histories, bound, firstSeed, budget, ...counts }) => {
    const plain = Object.entries(counts).filter(([, count]) => typeof count !== 'object')
    const told = plain.map(([name, count]) => `${name} ${figure(count)}`)
    const runs = histories === undefined ? [] : [`${figure(histories)} seeds from ${firstSeed}`]
    const rate =
      bound === undefined ? [] : [`true rate of failure below ${Number((100 * bound).toPrecision(2))} %`]
    return [promise, [...runs, ...told, ...rate].join(', '), budget ?? 'no failure', '`npm test`']
  })
}

function benchRows() {
  const figures = resultFiles().flatMap(({ figures }) => figures ?? [])
  return figures.map(({ figure, measured, budget }) => [figure, measured, budget, '`npm run bench`'])
}

function freshCloneRows() {
  const times = readJson(join(RESULTS, 'fresh-clone.json')) ?? {}
  const by = '`node scripts/fresh-clone.mjs`'
  const where = times.where ? ` (${times.where})` : ''
  return [
    ['fresh clone, `npm start` until it answers', seconds(times.start, where), 'none', by],
    ['second `npm start`', seconds(times.secondStart, where), '≤ 2 s', by],
    ['fresh clone, `npm test`', seconds(times.test, where), '≤ 600 s on 2 cores', by],
  ]
}

function tableOf(rows) {
  const head = ['what', 'measured', 'budget', 'by']
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const day = new Date().toISOString().slice(0, 10)
  return `${lines.join('\n')}\n\nTable made ${day} on ${process.platform} ${process.arch}, ${availableParallelism()} cores.`
}

function replaced(text, inside) {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`README.md has lost ${BEGIN} or ${END}`)
  return `${text.slice(0, from + BEGIN.length)}\n${inside}\n${text.slice(to)}`
}

function resultFiles() {
  if (!existsSync(RESULTS)) return []
  const names = readdirSync(RESULTS).filter((name) => name.endsWith('.json'))
  return names
    .sort()
    .map((name) => readJson(join(RESULTS, name)))
    .filter(Boolean)
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(2)} kB`
}

function seconds(value, where) {
  return value === undefined ? NOT_MEASURED : `${value.toFixed(1)} s${where}`
}

function figure(value) {
  return typeof value === 'number' ? value.toLocaleString('en') : String(value)
}
