import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

// Runs on the host's Node before anything is installed: plain JavaScript, built-ins only.

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const LOCK = join(root, 'package-lock.json')
const INSTALLED = join(root, 'node_modules', '.package-lock.json')
const INSTALL_STAMP = join(root, 'node_modules', '.installed')
const BUILD_STAMP = join(root, 'dist', '.stamp')
const BUILT_FROM = ['client', 'shared', 'public', 'vite.config.ts', 'package-lock.json']

/** Installs what the lockfile asks for, if it is not there already. */
export async function ensureInstalled() {
  const lock = hash([readFileSync(LOCK)])
  if (read(INSTALL_STAMP) === lock) return
  if (!installMatchesLock()) {
    console.log('Installing (once) …')
    await installWithNpm()
  }
  writeFileSync(INSTALL_STAMP, lock)
}

/** Builds the client if its sources are not those of the last build. */
export async function ensureBuilt() {
  const sources = hashOfSources()
  if (read(BUILD_STAMP) === sources && existsSync(join(root, 'dist', 'index.html'))) return 0
  console.log('Building the client …')
  const code = await runTool('vite', ['build', '--logLevel', 'warn'])
  if (code === 0) writeFileSync(BUILD_STAMP, sources)
  return code
}

/** Runs the program of an installed package on the project's Node; gives its exit code. */
export function runTool(name, args, options = {}) {
  const home = join(root, 'node_modules', ...(PACKAGE_OF[name] ?? name).split('/'))
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return run(projectNode(), [join(home, typeof bin === 'string' ? bin : bin[name]), ...args], options)
}

const PACKAGE_OF = { playwright: '@playwright/test' }

/** Node 24 from the lockfile; on a machine it has none for, the host's, if that is new enough. */
export function projectNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name)
  if (existsSync(own)) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new Error(
    `Node ${process.versions.node} is too old for this project: install Node 24 from https://nodejs.org`,
  )
}

/** Runs a program in the project's folder, hands it our signals, gives its exit code. */
export function run(program, args, { env = {}, timeout } = {}) {
  return new Promise((resolve, reject) => {
    const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(
      process.platform === 'win32' ? ';' : ':',
    )
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      timeout,
      env: { ...process.env, PATH: path, ...env },
    })
    // A terminal sends Ctrl-C to the child as well; sent twice it would mean "stop at once".
    const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, forward)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

async function installWithNpm() {
  // Windows cannot replace the running node.exe, so there an existing folder is brought up to date instead.
  const inPlace = process.platform === 'win32' && existsSync(INSTALLED)
  const args = [...(inPlace ? ['install', '--no-save'] : ['ci']), '--loglevel=error']
  const npm = process.env.npm_execpath
  const code = await (npm?.endsWith('.js')
    ? run(process.env.npm_node_execpath ?? process.execPath, [npm, ...args])
    : process.platform === 'win32'
      ? run('cmd.exe', ['/c', 'npm', ...args])
      : run('npm', args))
  if (code !== 0) throw new Error(`npm ${args[0]} failed`)
}

/** Whether what lies in node_modules is what the lockfile names (packages for other machines may be absent). */
function installMatchesLock() {
  if (!existsSync(INSTALLED)) return false
  const here = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages
  return Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || here[path]?.version === version || (!here[path] && (optional || devOptional)),
  )
}

function hashOfSources() {
  const files = BUILT_FROM.flatMap((path) =>
    /\.\w+$/.test(path) ? [join(root, path)] : filesUnder(join(root, path)),
  )
  return hash(files.sort().flatMap((file) => [relative(root, file).split(sep).join('/'), readFileSync(file)]))
}

function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesUnder(join(folder, entry.name))
    return entry.isFile() && !entry.name.endsWith('.test.ts') ? [join(folder, entry.name)] : []
  })
}

function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(String(part.length)).update('\0').update(part)
  return sum.digest('hex')
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** A folder for what tools report to us; no tool cleans it up, so files are named after their step. */
export function reportFile(name) {
  const folder = join(root, 'tests', 'results')
  mkdirSync(folder, { recursive: true })
  return join(folder, name)
}
