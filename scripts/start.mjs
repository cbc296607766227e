import { ensureBuilt, ensureInstalled, projectNode, run } from './toolchain.mjs'

await ensureInstalled()
const built = await ensureBuilt()
process.exitCode =
  built === 0
    ? await run(projectNode(), [
        '--disable-warning=ExperimentalWarning',
        'sync-server/main.ts',
        ...process.argv.slice(2),
      ])
    : built
