import { ensureInstalled, projectNode, run } from './toolchain.mjs'

// npm run bench [-- month …]: measures what the README promises in figures, on this machine, and keeps the figures in
// tests/results. Nothing here passes or fails; other work on the machine makes times worse.
const ALL = ['month', 'long-document', 'sync-on-2g', 'throughput', 'big-meeting']
await ensureInstalled()
const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : ALL) {
  console.log(`\n── ${name}`)
  const code = await run(projectNode(), ['--disable-warning=ExperimentalWarning', `tests/bench/${name}.ts`])
  if (code !== 0) process.exitCode = code
}
