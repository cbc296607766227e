import { ensureInstalled, projectNode, run } from './toolchain.mjs'

// node scripts/run.mjs <file.ts> [arguments]: runs one of our programs on the project's Node.
await ensureInstalled()
process.exitCode = await run(projectNode(), [
  '--disable-warning=ExperimentalWarning',
  ...process.argv.slice(2),
])
