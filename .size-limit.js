import { chunkRings, firstLoad } from './scripts/first-load.mjs'

const { all, own } = firstLoad()
const rings = chunkRings()
if (rings.length > 0) throw new Error(`chunks that import each other: ${rings.join('; ')}`)

// Brotli. Lowered when we get smaller, never raised without a line in docs/decisions.md.
export default [
  { name: 'first load, JS + CSS', path: all, limit: '90 kB' },
  { name: 'first load, our own part', path: own, limit: '20 kB' },
]
