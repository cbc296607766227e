import { toBase64UrlEncoded } from 'lib0/buffer'
import { maySeeDevices } from '#shared/events/directory.ts'
import type { DirectoryDevice } from '#shared/events/directory-state.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import type { Contact, Storage } from '#server/storage/storage.ts'
import { refuse } from './answers.ts'
import type { Route } from './registry.ts'

type Parts = { storage: Storage; book: ServerBook; onRevoked: (device: string) => void }

export function deviceRoutes({ storage, book, onRevoked }: Parts): Route[] {
  return [
    {
      method: 'GET',
      path: '/devices',
      policy: 'session',
      async answer(c, caller) {
        const people = peopleAskedFor(book, { person: c.req.query('person'), unit: c.req.query('unit') })
        const seen = people.filter((person) => maySeeDevices(book.directory(), caller.person, person))
        // A unit in which one sees only oneself is answered like one that does not exist.
        const asksForUnit = c.req.query('unit') !== undefined
        if (seen.length === 0 || (asksForUnit && seen.length < people.length)) return refuse(c, 'notFound')
        const devices = [...book.directory().devices.values()].filter((d) => seen.includes(d.person))
        const contacts = await storage.contacts(devices.map((d) => d.id))
        const views = devices.map((d) =>
          viewOf(
            d,
            contacts.find((contact) => contact.device === d.id),
          ),
        )
        return c.json({ devices: views })
      },
    },
    {
      method: 'GET',
      path: '/devices/certificate',
      policy: 'session',
      async answer(c, { device }) {
        const signed = await book.certificateOf(device)
        if (!signed) return refuse(c, 'notFound')
        return c.json({
          bytes: toBase64UrlEncoded(signed.bytes),
          signature: toBase64UrlEncoded(signed.signature),
        })
      },
    },
    {
      method: 'POST',
      path: '/devices/:id/revoke',
      policy: 'session',
      async answer(c, { person }) {
        const device = c.req.param('id') ?? ''
        const decision = await book.direct({ do: 'revokeDevice', device }, person)
        if (!decision.ok) return refuse(c, decision.refusal)
        onRevoked(device)
        return c.json({})
      },
    },
  ]
}

function peopleAskedFor(
  book: ServerBook,
  asked: { person: string | undefined; unit: string | undefined },
): PersonId[] {
  const { people } = book.directory()
  const { person, unit } = asked
  if (person !== undefined) return people.has(person) ? [person] : []
  if (unit === undefined) return []
  return [...people.values()].filter((p) => p.memberships.has(unit)).map((p) => p.id)
}

function viewOf(device: DirectoryDevice, contact: Contact | undefined) {
  const { id, person, label, enrolledAt, revokedAt = null } = device
  const heard = contact
    ? {
        lastContact: contact.at,
        waiting: contact.waiting,
        waitingSince: contact.waiting > 0 ? contact.waitingSince : null,
      }
    : { lastContact: null, waiting: 0, waitingSince: null }
  return { id, person, label, enrolledAt, revokedAt, ...heard }
}
