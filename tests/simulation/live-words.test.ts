import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cellScope } from '#shared/records/scope.ts'
import { openServerBook } from '#server/scopes/book.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import { actsFor, randomFrom, words } from '#tests/e2e/editor/telex.ts'
import { makeKeys, verify } from './keys.ts'
import { quickFolder } from './quick-folder.ts'
import { recordFigures } from './results.ts'
import { Timeline } from './timeline.ts'
import { TypingDesk } from './typing-desk.ts'
import { CELL, LINEAGE, makeVillage, OFFICER, personId } from './village.ts'

const SEED = 20261203
/** 600 in the long run and by `SIMULATION_SCALE=5`. */
const WORDS = Math.min(600, Math.round(120 * Number(process.env['SIMULATION_SCALE'] ?? 1)))
/** Most that typing live may cost against the same typing alone, in bytes. */
const MOST_TIMES = 3
/** A practised thumb: a key in a quarter of a second, and a moment to think after every dozen words. */
const [KEY, THOUGHT, WORDS_A_THOUGHT] = [250, 3_000, 12]
const HINTS_OUTSIDE = 5_000

it(`[S14] ${WORDS} words typed live cost what is written here against the same words typed alone`, async () => {
  const text = words(randomFrom(SEED), WORDS)
  const alone = await typed(text, false)
  const together = await typed(text, true)
  expect(alone.reads).toBe(text.join(' '))
  expect(together.reads).toBe(text.join(' '))
  expect(together.otherReads).toBe(text.join(' '))
  const ratio = (a: number, b: number) => Number((a / b).toFixed(2))
  const { writer, other, minutes } = together
  recordFigures('words typed live against alone', `≤ ${MOST_TIMES} × the bytes`, {
    words: WORDS,
    minutes,
    batchesAlone: alone.writer.batches,
    batchesLive: writer.batches,
    writerSyncsAlone: alone.writer.syncs,
    writerSyncsLive: writer.syncs,
    writerBytesAlone: alone.writer.up + alone.writer.down,
    writerBytesLive: writer.up + writer.down,
    times: ratio(writer.up + writer.down, alone.writer.up + alone.writer.down),
    otherBytesAlone: alone.other.up + alone.other.down,
    otherBytesLive: other.up + other.down,
    timesOther: ratio(other.up + other.down, alone.other.up + alone.other.down),
  })
  expect(writer.up + writer.down).toBeLessThan(MOST_TIMES * (alone.writer.up + alone.writer.down))
  expect(other.up + other.down).toBeLessThan(MOST_TIMES * (alone.other.up + alone.other.down))
  expect(alone.writer.syncs).toBe(alone.writer.batches) // one's own hint asks for nothing
})

/** One types, the other has the same text open (live) or only the app in front. */
async function typed(text: readonly string[], live: boolean) {
  const folder = quickFolder()
  const storage = SqliteStorage.open(join(folder, 'book.sqlite'))
  const time = new Timeline(Date.UTC(2026, 11, 3))
  const serverKeys = await makeKeys()
  const server = await openServerBook({
    ...{ storage, sign: serverKeys.sign, verify, clock: () => time.now, lineage: LINEAGE, app: '0.1.0' },
    commitWindowMs: 0,
  })
  await makeVillage(server)
  const desks: TypingDesk[] = []
  for (const i of [0, 1]) {
    const keys = await makeKeys()
    const at = { device: `device-00${i}`, person: personId(i) }
    const { publicKey } = keys
    await server.direct(
      { do: 'enrolDevice', ...at, signKey: publicKey, agreeKey: publicKey, label: 'máy' },
      OFFICER,
    )
    desks.push(new TypingDesk({ ...{ time, server, keys, serverKey: serverKeys.publicKey }, ...at }))
  }
  const [writer, other] = desks as [TypingDesk, TypingDesk]
  await begin(writer, other, time)
  let told = 0
  let owed = 0
  server.onAdvance((scope, seq) => {
    if (scope !== cellScope(CELL)) return
    writer.hinted(scope, seq)
    if (live) return other.hinted(scope, seq)
    // As the board does: at once, then not before five seconds have passed.
    owed = seq
    if (time.now < told + HINTS_OUTSIDE) return
    told = time.now
    other.hinted(scope, seq)
    time.after(HINTS_OUTSIDE, () => owed > seq && other.hinted(scope, owed))
  })
  await writer.step({ is: 'company', live })
  await other.step({ is: 'company', live })
  const before = desks.map(({ sent }) => ({ ...sent }))
  const began = time.now
  let at = 0
  for (const [i, word] of text.entries()) {
    const keys = actsFor(randomFrom(SEED + i), [word], 0.04).length
    for (let key = 1; key < keys; key++) time.after((at += KEY), () => writer.key())
    time.after((at += KEY), () => writer.word(word))
    if (i % WORDS_A_THOUGHT === WORDS_A_THOUGHT - 1) at += THOUGHT
  }
  await time.run()
  await other.open()
  const spent = desks.map(({ sent }, i) => {
    const from = before[i] ?? sent
    return {
      syncs: sent.syncs - from.syncs,
      batches: sent.batches - from.batches,
      up: sent.up - from.up,
      down: sent.down - from.down,
    }
  })
  await storage.close()
  rmSync(folder, { recursive: true })
  const [mine = NOTHING, theirs = NOTHING] = spent
  const minutes = Math.round((time.now - began) / 60_000)
  return {
    writer: mine,
    other: theirs,
    minutes,
    reads: writer.reads().trim(),
    otherReads: other.reads().trim(),
  }
}

const NOTHING = { syncs: 0, batches: 0, up: 0, down: 0 }

/** Both have the cell, and the text that is to be written. */
async function begin(writer: TypingDesk, other: TypingDesk, time: Timeline): Promise<void> {
  await writer.step({ is: 'wanted' })
  await time.run()
  const group = { draftingGroup: { who: 'allMembers' as const } }
  const command = { title: 'Nghị quyết tháng 12', month: '2026-12', template: 'blank', schema: 1, ...group }
  await writer.give({ do: 'startResolution', ...command })
  for (const desk of [writer, other, other]) {
    await desk.step({ is: 'wanted' })
    await time.run()
  }
  await writer.open()
}
