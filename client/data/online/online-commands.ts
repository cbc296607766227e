import type { PhoneBook } from '#client/data/book/book.ts'
import type { OnlineCommands, OnlineDone } from '#client/data/commands.ts'
import { metaOf } from '#client/data/replica/meta.ts'
import type { Identity } from '#client/data/replica/identity.ts'
import type { DeviceView } from '#client/data/views.ts'
import { ask, type Ask } from './ask.ts'

type Parts = {
  book: PhoneBook
  /** Somebody was let in on this phone just now. */
  enrolled: () => Promise<void>
  /** The directory changed: fetch the rosters. */
  changed: () => void
}

/** What needs the network: directory, enrolment, devices. */
export function onlineCommands({ book, enrolled, changed }: Parts): OnlineCommands {
  const secrets = new Map<string, string>()
  const token = () => metaOf<string>(book, 'token')
  const asked = async <T>(what: Ask): Promise<OnlineDone<T>> => ask<T>(await token(), what)
  const changing = async (what: Ask): Promise<OnlineDone> => {
    const done = await asked(what)
    if (done.ok) changed()
    return done
  }
  const entering = async (entered: Promise<OnlineDone>): Promise<OnlineDone> => {
    const done = await entered
    if (done.ok) await enrolled()
    return done
  }

  return {
    setUp: async (secret, names) => entering((await import('./enrolment.ts')).setUp(book, secret, names)),
    directory: (command) => changing({ method: 'POST', path: '/directory', body: command }),
    async invite(person) {
      type Answer = { id: string; secret: string; expiresAt: number; now: number }
      const invited = await asked<Answer>({ method: 'POST', path: '/enrolments', body: { person } })
      if (!invited.ok) return invited
      const { id: enrolment, secret } = invited
      // Both of its times are the server's: this phone's clock may be days off and still counts ten minutes right.
      const expiresAt = Date.now() + (invited.expiresAt - invited.now)
      secrets.set(enrolment, secret)
      const me = await metaOf<Identity>(book, 'identity')
      const fingerprint = me ? await (await import('#client/data/keys.ts')).fingerprintOf(me.serverKey) : ''
      // The secret stays in the fragment: it reaches no server, log or preview.
      return { ok: true, enrolment, link: `${location.origin}/enrol#${secret}.${fingerprint}`, expiresAt }
    },
    async awaitClaim(enrolment, signal) {
      const { awaitClaim } = await import('./enrolment.ts')
      return awaitClaim(await token(), enrolment, secrets.get(enrolment) ?? '', signal)
    },
    confirm: (enrolment) => asked({ method: 'POST', path: `/enrolments/${enrolment}/confirm`, body: {} }),
    stop: (enrolment) => asked({ method: 'POST', path: `/enrolments/${enrolment}/stop`, body: {} }),
    claim: async (secret) => (await import('./enrolment.ts')).claim(book, secret),
    waitingHere: async () => (await import('./enrolment.ts')).waitingHere(book),
    awaitConfirmation: async (signal) =>
      entering((await import('./enrolment.ts')).awaitConfirmation(book, signal)),
    async devices(of) {
      const me = await metaOf<Identity>(book, 'identity')
      const query = of === 'everybody' ? await unitQuery(book) : `person=${of}`
      type Answer = { devices: Omit<DeviceView, 'thisPhone'>[] }
      const answer = await asked<Answer>({ method: 'GET', path: `/devices?${query}` })
      if (!answer.ok) return answer
      return { ok: true, devices: answer.devices.map((d) => ({ ...d, thisPhone: d.id === me?.device })) }
    },
    revoke: (device) => changing({ method: 'POST', path: `/devices/${device}/revoke`, body: {} }),
    slips: async () => (await import('./slips.ts')).slipDesk(book, asked),
  }
}

/** The cell whose secretary this person is; else only his own devices. */
async function unitQuery(book: PhoneBook): Promise<string> {
  const me = await metaOf<Identity>(book, 'identity')
  const rosters = await book.list('rosters')
  const led = rosters.find(({ roster }) =>
    roster.people.some((p) => p.id === me?.person && p.duties.includes('secretary')),
  )
  return led ? `unit=${led.unit}` : `person=${me?.person ?? ''}`
}
