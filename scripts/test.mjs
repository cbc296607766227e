import { existsSync, readFileSync, rmSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { ensureBuilt, ensureInstalled, reportFile, runTool } from './toolchain.mjs'

// npm test: everything a change has to pass, on a fresh clone. npm run test:long: the simulation with bigger numbers.
const LONG = process.argv.includes('--long')
const MINUTE = 60_000
/** Lines kept of a failure. */
const MOST_LINES = 16

const passOrFail = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
const tool = (...words) => ({
  name: words.join(' '),
  run: async () => passOrFail(await runTool(words[0], words.slice(1), { timeout: 10 * MINUTE })),
})

const steps = LONG
  ? [vitest('simulation', { SIMULATION_SCALE: process.env.SIMULATION_SCALE ?? '20' })]
  : [
      sideBySide(tool('prettier', '--check', '--log-level', 'warn', '.'), tool('vue-tsc', '-b')),
      tool('eslint', '.'),
      vitest('unit'),
      vitest('client'),
      vitest('contract'),
      vitest('simulation'),
      { name: 'vite build', run: async () => passOrFail(await ensureBuilt()), needed: true },
      tool('size-limit'),
      playwright(),
    ]

await ensureInstalled()
const total = { passed: 0, failed: 0 }
const summary = []
const whatFailed = []
let stopped = false
for (const step of steps) {
  const start = performance.now()
  if (!stopped) console.log(`\n── ${step.name}`)
  const { passed, failed } = stopped ? { passed: 0, failed: 1 } : await step.run().catch(brokenStep)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  summary.push(
    `${failed ? 'FAILED ' : 'passed '} ${seconds.padStart(6)} s  ${step.name} (${passed} passed, ${failed} failed)`,
  )
  stopped ||= Boolean(step.needed && failed)
  total.passed += passed
  total.failed += failed
}
// What failed stands once more at the end: a long log is often read, or kept, from there.
console.log(`\n${[...whatFailed, ...summary].join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Steps that use one core each and do not need each other, counted as one. */
function sideBySide(...steps) {
  return {
    name: steps.map(({ name }) => name).join('  +  '),
    async run() {
      const counts = await Promise.all(steps.map((step) => step.run()))
      const sum = (key) => counts.reduce((all, count) => all + count[key], 0)
      return { passed: sum('passed'), failed: sum('failed') }
    },
  }
}

function vitest(project, env = {}) {
  return {
    name: `vitest ${project}`,
    async run() {
      const report = freshReport(`vitest-${project}.json`)
      const code = await runTool(
        'vitest',
        ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        { env, timeout: (LONG ? 300 : 15) * MINUTE },
      )
      return counted(code, report, (json) => {
        for (const { assertionResults } of json.testResults)
          for (const { status, fullName, failureMessages } of assertionResults)
            if (status === 'failed') noteFailure(fullName, failureMessages[0])
        return {
          passed: json.numPassedTests,
          failed: json.numFailedTests + json.testResults.filter(failedToLoad).length,
        }
      })
    },
  }
}

function playwright() {
  return {
    name: 'playwright test',
    async run() {
      const report = freshReport('playwright.json')
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: '0' }
      const code = await runTool('playwright', ['test', '--reporter=list,json'], {
        env,
        timeout: 30 * MINUTE,
      })
      return counted(code, report, ({ stats, suites }) => {
        for (const { ok, title, file, tests } of suites.flatMap(specsIn))
          if (!ok) noteFailure(`${file}: ${title}`, whyFailed(tests[0]?.results.at(-1)))
        return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
      })
    },
  }
}

/** The specs of a suite and of all suites in it. */
function specsIn({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsIn)]
}

function whyFailed({ error, errorLocation: at } = {}) {
  return `${at ? `${at.file}:${at.line}\n` : ''}${error?.message ?? 'no message'}`
}

/** Keeps the beginning of what a failed case said. */
function noteFailure(name, message = 'no message') {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, MOST_LINES)
  whatFailed.push(`FAILED ${name}`, ...lines.map((line) => `    ${line}`))
}

function brokenStep(error) {
  console.error(error)
  return { passed: 0, failed: 1 }
}

function failedToLoad({ status, assertionResults }) {
  return status === 'failed' && assertionResults.length === 0
}

/** The cases of a report. A tool that failed otherwise, or ran nothing at all, is one failure more. */
function counted(code, report, count) {
  const cases = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
  const silent = (code !== 0 && cases.failed === 0) || cases.passed + cases.failed === 0
  return { passed: cases.passed, failed: cases.failed + (silent ? 1 : 0) }
}

function freshReport(name) {
  const path = reportFile(name)
  rmSync(path, { force: true })
  return path
}
