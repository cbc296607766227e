import { ensureBuilt, ensureInstalled, runTool } from './toolchain.mjs'

// npm run e2e [-- main-job …]: browser tests against a fresh build, all or those of a file or folder in tests/e2e.
await ensureInstalled()
const built = await ensureBuilt()
const args = process.argv
  .slice(2)
  .map((arg) => (/^[\w-]+$/.test(arg) && !arg.startsWith('-') ? `/${arg}(/|\\.spec\\.ts$)` : arg))
process.exitCode = built === 0 ? await runTool('playwright', ['test', ...args]) : built
