import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { reportFile, root } from './toolchain.mjs'

// node scripts/fresh-clone.mjs [start] [test]: clones what is committed into an empty folder and times the two commands
// there, as a newcomer would see them, with whatever npm has in its cache. Times go to tests/results/fresh-clone.json.

const asked = process.argv.slice(2)
const wanted = asked.length > 0 ? asked : ['start', 'test']
const folder = mkdtempSync(join(tmpdir(), 'fresh-clone-'))
const env = { ...process.env, PORT: '0' }
const shell = process.platform === 'win32'
const times = {}
try {
  if (wanted.includes('start')) {
    clone('start')
    times.start = await untilItAnswers('start')
    times.secondStart = await untilItAnswers('start')
  }
  if (wanted.includes('test')) {
    clone('test')
    const began = performance.now()
    const { status } = spawnSync('npm', ['test'], { cwd: join(folder, 'test'), stdio: 'inherit', shell })
    if (status !== 0) throw new Error('npm test failed in the fresh clone: no time for it')
    times.test = since(began)
  }
  times.where = `${process.platform} ${process.arch}, ${availableParallelism()} cores`
  writeFileSync(reportFile('fresh-clone.json'), `${JSON.stringify(times, null, 2)}\n`)
  console.log(times)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function clone(name) {
  const { status } = spawnSync('git', ['clone', '--quiet', '--no-local', root, join(folder, name)], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('git clone failed')
}

/** Seconds until the server has printed its address; then it is stopped as Ctrl-C stops it. */
function untilItAnswers(name) {
  const began = performance.now()
  const server = spawn('npm', ['start'], { cwd: join(folder, name), env, shell, detached: !shell })
  return new Promise((resolve, reject) => {
    let took
    let said = ''
    server.stdout.on('data', (piece) => {
      said += piece
      if (took !== undefined || !said.includes('Sổ Chi bộ: http')) return
      took = since(began)
      stop(server)
    })
    server.stderr.pipe(process.stderr)
    server.on('close', () =>
      took === undefined ? reject(new Error(`it did not start:\n${said}`)) : resolve(took),
    )
  })
}

function stop(server) {
  if (shell) spawnSync('taskkill', ['/pid', String(server.pid), '/t', '/f'])
  else process.kill(-server.pid, 'SIGINT')
}

function since(began) {
  return (performance.now() - began) / 1000
}
