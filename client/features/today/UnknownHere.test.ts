import { mount, RouterLinkStub } from '@vue/test-utils'
import { ref } from 'vue'
import { expect, it } from 'vitest'
import { queriesKey, type Queries } from '#client/data/queries.ts'
import type { Row } from '#shared/records/row.ts'
import UnknownHere from './UnknownHere.vue'

const unknown = (record: string): Row => ({ kind: 'unknown', record, changedAt: 1, of: 'ledger' })

function shown(rows: readonly Row[]): string {
  const queries = { rows: () => ref(rows) } as Partial<Queries>
  return mount(UnknownHere, {
    props: { unit: 'khu-dong-mit' },
    global: { provide: { [queriesKey as symbol]: queries }, stubs: { RouterLink: RouterLinkStub } },
  }).text()
}

it('[S17] is one line for all that a newer app wrote, and nothing where there is none', () => {
  expect(shown([unknown('so-quy-0001'), unknown('so-quy-0002')])).toContain(
    '2 mục cần cập nhật ứng dụng để xem',
  )
  expect(shown([])).toBe('')
})
