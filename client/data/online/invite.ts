import type { PersonId } from '#shared/records/ids.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import type { OnlineDone } from '#client/data/commands.ts'
import { fingerprintOf } from '#client/data/keys.ts'
import type { Identity } from '#client/data/replica/identity.ts'
import { metaOf } from '#client/data/replica/meta.ts'
import type { Asked } from './ask.ts'

/** A link for one person's new phone; its secret stays with the screen that compares the digits. */
export async function invite(
  book: PhoneBook,
  asked: Asked,
  person: PersonId,
): Promise<OnlineDone<{ enrolment: string; secret: string; link: string; expiresAt: number }>> {
  type Answer = { id: string; secret: string; expiresAt: number; now: number }
  const invited = await asked<Answer>({ method: 'POST', path: '/enrolments', body: { person } })
  if (!invited.ok) return invited
  const { id: enrolment, secret } = invited
  // Both of its times are the server's: this phone's clock may be days off and still counts ten minutes right.
  const expiresAt = Date.now() + (invited.expiresAt - invited.now)
  // The secret stays in the fragment: it reaches no server, log or preview.
  const link = `${location.origin}/enrol#${secret}.${await fingerprintOfServer(book)}`
  return { ok: true, enrolment, secret, link, expiresAt }
}

/** What a link says about the server: another one in between is not believed. */
export async function fingerprintOfServer(book: PhoneBook): Promise<string> {
  const me = await metaOf<Identity>(book, 'identity')
  return me ? fingerprintOf(me.serverKey) : ''
}
