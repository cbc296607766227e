import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plain, Stage, told, type Recorded } from './stage.ts'

const RECORD = 'nghi-quyet-12'
const recordings = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /^v\d+\/.*\.json$/u.test(name),
)

/** Scopes that came later are one empty frame more each, which every released app takes in. */
const wasThen = ({ scope }: { scope?: string | undefined }): boolean => !scope?.startsWith('bridge/')

describe('what phones of every released protocol sent', () => {
  it('is there', () => {
    expect(recordings).toContain(join('v1', 'a-month.json'))
  })

  it.each(recordings)(
    '[B1] [B4] %s is judged as it was, and the same events and texts are left',
    async (name) => {
      const { devices, traffic, end } = JSON.parse(
        readFileSync(join(import.meta.dirname, name), 'utf8'),
      ) as Recorded
      const stage = await Stage.open()
      try {
        for (const [device, { person, key }] of Object.entries(devices))
          await stage.direct({ do: 'enrolDevice', device, person, signKey: key, agreeKey: key, label: '' })
        for (const [i, step] of traffic.entries()) {
          if ('directs' in step) await stage.direct(step.directs)
          else {
            const frames = await stage.hear(step, devices[step.from]?.person ?? '')
            expect(plain(told(frames).filter(wasThen)), `request ${i} of ${step.from}`).toEqual(step.answer)
          }
        }
        expect(await stage.end(RECORD)).toEqual(end)
      } finally {
        await stage.close()
      }
    },
  )

  it.each(recordings)('%s has all three verdicts and words that came back', (name) => {
    const { traffic, end } = JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Recorded
    const verdicts = traffic.flatMap((step) =>
      'from' in step ? step.answer.flatMap((f) => f.verdicts ?? []) : [],
    )
    expect(new Set(verdicts.map((v) => v.verdict))).toEqual(new Set(['accepted', 'refused', 'held']))
    expect(end.kept.length).toBeGreaterThan(1)
    expect(end.text.length).toBeGreaterThan(0)
  })
})
