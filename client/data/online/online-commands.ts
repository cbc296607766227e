import type { PhoneBook } from '#client/data/book/book.ts'
import type { OnlineCommands, OnlineDone } from '#client/data/commands.ts'
import { metaOf, openingsKey } from '#client/data/replica/meta.ts'
import type { OpeningsView } from '#client/data/views.ts'
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
    proposals: () => asked({ method: 'GET', path: '/directory/proposals' }),
    async invite(person) {
      const invited = await (await import('./invite.ts')).invite(book, asked, person)
      if (!invited.ok) return invited
      const { secret, ...invitation } = invited
      secrets.set(invitation.enrolment, secret)
      return invitation
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
    devices: async (of) => (await import('./devices.ts')).devices(book, asked, of),
    async fetchAttachment(place, ref) {
      const { fetchAttachment } = await import('#client/data/attachments/fetch-attachment.ts')
      return fetchAttachment({ book, token: await token(), now: Date.now() }, place, ref)
    },
    async askOpenings(scope, record) {
      const path = `/openings?scope=${scope}&record=${record}`
      const told = await asked<OpeningsView>({ method: 'GET', path })
      if (!told.ok) return told
      const { times, asOf } = told
      await book.commit([{ put: 'meta', value: { key: openingsKey(record), value: { times, asOf } } }])
      return told
    },
    revoke: (device) => changing({ method: 'POST', path: `/devices/${device}/revoke`, body: {} }),
    slips: async () => (await import('./slips.ts')).slipDesk(book, asked),
  }
}
