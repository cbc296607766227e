import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { commandsKey, type Commands } from '#client/data/commands.ts'
import type { Duty } from '#shared/records/person.ts'
import type { ResolutionStage } from '#shared/records/resolution.ts'
import type { ResolutionRow } from '#shared/records/row.ts'
import { cellScope } from '#shared/records/scope.ts'
import type { Standing } from '#shared/rules/standing.ts'
import MoveButtons from './MoveButtons.vue'

const scope = cellScope('cell-0001')
const as = (...duties: Duty[]): Standing => ({
  person: 'person-01',
  unit: 'cell-0001',
  status: 'official',
  duties,
  officerAbove: false,
})
const row = (stage: ResolutionStage, binnedAt?: number): ResolutionRow => ({
  kind: 'resolution',
  record: 'record-01',
  changedAt: 0,
  title: 'Nghị quyết',
  month: '2026-12',
  schema: 1,
  stage,
  draftingGroup: { who: 'committee' },
  startedBy: 'person-01',
  excerpt: '',
  words: 0,
  ...(binnedAt === undefined ? {} : { binnedAt }),
})

function buttonsFor(
  standing: Standing,
  resolution: ResolutionRow,
  give: Commands['give'] = async () => ({ ok: true }),
) {
  const commands = { give } as Partial<Commands> as Commands
  const shown = mount(MoveButtons, {
    props: { scope, row: resolution, standing },
    global: { provide: { [commandsKey as symbol]: commands } },
  })
  return { shown, labels: shown.findAll('button').map((b) => b.text()) }
}

describe('[P7] who may move a resolution', () => {
  it('the secretary and the deputy see the steps that may follow', () => {
    expect(buttonsFor(as('secretary'), row('draft')).labels).toEqual([
      'Đưa ra lấy ý kiến',
      'Trình buổi sinh hoạt',
    ])
    expect(buttonsFor(as('deputy'), row('ready')).labels).toEqual(['Đưa về dự thảo', 'Đưa ra lấy ý kiến'])
  })

  it('a committee member and a member see none', () => {
    expect(buttonsFor(as('committee'), row('draft')).labels).toEqual([])
    expect(buttonsFor(as(), row('draft')).labels).toEqual([])
  })

  it('nobody sees one on a text that is adopted or in the bin', () => {
    expect(buttonsFor(as('secretary'), row('adopted')).labels).toEqual([])
    expect(buttonsFor(as('secretary'), row('draft', 1)).labels).toEqual([])
  })

  it('a refusal is said in words', async () => {
    const { shown } = buttonsFor(as('secretary'), row('draft'), async () => ({
      ok: false,
      refusal: 'notInThisState',
    }))
    await shown.find('button').trigger('click')
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toContain('Ở bước hiện nay chưa làm được việc này')
  })
})
