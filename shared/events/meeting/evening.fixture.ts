import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import { PEOPLE, ROSTER, Story, type Name } from '#shared/events/people.fixture.ts'

export const id = (name: Name): string => PEOPLE[name].person
export const AT = Date.UTC(2026, 11, 3, 12, 30)
export const ROLL: RollEntry[] = ROSTER.people.map(({ id: person, status, duties }) => ({
  person,
  status,
  duties,
}))

export const PLAN = {
  do: 'planMeeting',
  type: 'regular',
  month: '2026-12',
  startsAt: '2026-12-03T19:30',
  place: 'Nhà văn hóa khu Đồng Mít',
  minutes: 90,
  agenda: [
    { id: 'item-0001', part: 'opening', title: 'Tuyên bố lý do', minutes: 5, presenter: 'an-person' },
    { id: 'item-0002', part: 'report', title: 'Báo cáo tháng', minutes: 20, presenter: 'binh-person' },
    { id: 'item-0003', part: 'discussion', title: 'Thảo luận', minutes: 40 },
  ],
} as const
export const OPEN = { do: 'openMeeting', at: AT, chair: id('an'), roll: ROLL } as const

/** A meeting that was planned, and opened by its secretary. */
export class Evening extends Story<Meeting> {
  #entries = 0

  constructor() {
    super('meeting')
    this.does('an', PLAN)
  }

  static begun(): Evening {
    const evening = new Evening()
    evening.does('an', OPEN)
    evening.does('an', { do: 'appointMinuteTaker', person: id('dung'), at: AT })
    return evening
  }

  get meeting(): Meeting {
    if (!this.state) throw new Error('nothing was planned')
    return this.state
  }

  entry(): string {
    return `entry-${String(++this.#entries).padStart(4, '0')}`
  }

  marks(name: Name, person: Name, is: string, instead: readonly string[] = []): string {
    const entry = this.entry()
    this.does(name, { do: 'markAttendance', id: entry, person: id(person), is, at: AT, instead })
    return entry
  }
}
