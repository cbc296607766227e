import fc from 'fast-check'
import * as v from 'valibot'

/** What stands in commands: ids of people and records that there are and that there are not, days, hours, words, hashes. */
const STRINGS = [
  ...['an-person', 'binh-person', 'cuc-person', 'dung-person', 'son-person', 'record-0001', 'item-0001'],
  ...[
    'item-0002',
    'vote-0001',
    'count-0001',
    'guest-0001',
    'version-01',
    'remark-01',
    'remark-02',
    'task-0001',
  ],
  ...['2026-12', '2027-01', '2026-12-03', '2026-12-31', '2026-12-03T19:30', '19:30', '2025-2027'],
  ...['Sửa đường xóm Chùa', 'Nhà văn hóa khu', 'NQ', 'a'.repeat(22), 'b'.repeat(22), 'w'.repeat(43), '1:2'],
]
const NUMBERS = [0, 1, 2, 3, 5, 10, 12, 20, 28, 60, 90, 100, 1999, Date.UTC(2026, 11, 3, 12, 30)]

type Schema = v.GenericSchema & {
  type: string
  entries?: Record<string, Schema>
  options?: readonly (Schema | string)[]
  literal?: unknown
  item?: Schema
  items?: readonly Schema[]
  key?: Schema
  value?: Schema
  wrapped?: Schema
}
const OMITTED = Symbol('omitted')

/** Values of this shape; leaves are taken from a pool, so that one command speaks of what another brought. */
export function fitting(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  const { type, entries, options = [], literal, item, items, key, value, wrapped } = schema as Schema
  switch (type) {
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return fc
        .record(Object.fromEntries(Object.entries(entries ?? {}).map(([name, of]) => [name, fitting(of)])))
        .map((made) => Object.fromEntries(Object.entries(made).filter(([, of]) => of !== OMITTED)))
    case 'variant':
    case 'union':
      return fc.oneof(...options.map((one) => fitting(one as Schema)))
    case 'literal':
      return fc.constant(literal)
    case 'picklist':
      return fc.constantFrom(...options)
    case 'array':
      return fc.array(fitting(item as Schema), { minLength: 1, maxLength: 3 })
    case 'tuple':
      return fc.tuple(...(items ?? []).map(fitting))
    case 'record':
      return fc.dictionary(fitting(key as Schema) as fc.Arbitrary<string>, fitting(value as Schema), {
        maxKeys: 3,
      })
    case 'nullable':
      return fc.oneof(fc.constant(null), fitting(wrapped as Schema))
    case 'optional':
    case 'exact_optional':
      return fc.oneof(fc.constant(OMITTED), fitting(wrapped as Schema))
    case 'boolean':
      return fc.boolean()
    case 'string':
      return leaf(schema, STRINGS)
    case 'number':
      return leaf(schema, NUMBERS)
    default:
      throw new TypeError(`commands have had no ${type} yet`)
  }
}

function leaf(schema: v.GenericSchema, pool: readonly unknown[]): fc.Arbitrary<unknown> {
  const fits = pool.filter((one) => v.is(schema, one))
  return fc.constantFrom(...(fits.length > 0 ? fits : pool))
}
