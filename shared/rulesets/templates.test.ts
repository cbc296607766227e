import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { contentSchema } from '#shared/records/content-schema.ts'
import { contentText } from '#shared/records/content.ts'
import { templateNamed } from './templates.ts'

describe.each(['monthly', 'thematic', 'conclusion', 'blank'])('[R9] the template %s', (id) => {
  const template = templateNamed(id)

  it('names its source and is content that a document takes', () => {
    expect(template).toMatchObject({ id, validFrom: '2025-10-28' })
    expect(template?.source).not.toBe('')
    expect(v.is(contentSchema, template?.content)).toBe(true)
  })
})

it('[R9] a specialised resolution and a conclusion have the parts that real ones have', () => {
  const partsOf = (id: string) => contentText(templateNamed(id)?.content ?? []).match(/^[IV]+- .+$/gmu)
  expect(partsOf('thematic')).toEqual([
    'I- TÌNH HÌNH VÀ NGUYÊN NHÂN',
    'II- QUAN ĐIỂM, MỤC TIÊU',
    'III- NHIỆM VỤ VÀ GIẢI PHÁP',
    'IV- TỔ CHỨC THỰC HIỆN',
  ])
  expect(partsOf('conclusion')).toEqual(['I- ĐÁNH GIÁ CHUNG', 'II- NHIỆM VỤ', 'III- TỔ CHỨC THỰC HIỆN'])
  expect(templateNamed('quarterly')).toBeNull()
})
