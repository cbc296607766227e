import type { PersonId } from '#shared/records/ids.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import type { OnlineDone } from '#client/data/commands.ts'
import type { Identity } from '#client/data/replica/identity.ts'
import { metaOf } from '#client/data/replica/meta.ts'
import type { DeviceView } from '#client/data/views.ts'
import type { Asked } from './ask.ts'

/** Devices of a person, or of everybody in the cell whose secretary this person is; else only his own. */
export async function devices(
  book: PhoneBook,
  asked: Asked,
  of: PersonId | 'everybody',
): Promise<OnlineDone<{ devices: readonly DeviceView[] }>> {
  const me = await metaOf<Identity>(book, 'identity')
  const query = of === 'everybody' ? await unitQuery(book, me) : `person=${of}`
  type Answer = { devices: Omit<DeviceView, 'thisPhone'>[] }
  const answer = await asked<Answer>({ method: 'GET', path: `/devices?${query}` })
  if (!answer.ok) return answer
  return { ok: true, devices: answer.devices.map((d) => ({ ...d, thisPhone: d.id === me?.device })) }
}

async function unitQuery(book: PhoneBook, me: Identity | undefined): Promise<string> {
  const rosters = await book.list('rosters')
  const led = rosters.find(({ roster }) =>
    roster.people.some((p) => p.id === me?.person && p.duties.includes('secretary')),
  )
  return led ? `unit=${led.unit}` : `person=${me?.person ?? ''}`
}
