import * as v from 'valibot'
import { MAX_PIECE_BYTES } from '#shared/protocol/version.ts'
import { attachmentIdSchema } from '#shared/records/attachment.ts'
import type { AttachmentIntake } from '#server/admission/attachment-intake.ts'
import type { Caller } from '#server/auth/sessions.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import type { Storage } from '#server/storage/storage.ts'
import { answerAttachment, wholeAttachment } from './attachment-answer.ts'
import { bodyOf, refuse, type Asked } from './answers.ts'
import type { Route } from './registry.ts'

type Parts = { storage: Storage; book: ServerBook; intake: AttachmentIntake }

const startSchema = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))

/** Bytes that events refer to: how much of them is here, the next piece of them, and all of them [H10]. */
export function attachmentRoutes(parts: Parts): Route[] {
  return [
    {
      method: 'GET',
      path: '/attachments/:id',
      policy: 'session',
      answer: (c, caller) => whole(c, caller, parts),
    },
    {
      method: 'GET',
      path: '/attachments/:id/have',
      policy: 'session',
      answer: (c, caller) => have(c, caller, parts),
    },
    {
      method: 'POST',
      path: '/attachments/:id',
      policy: 'session',
      answer: (c, caller) => take(c, caller, parts),
    },
  ]
}

async function whole(c: Asked, caller: Caller, { storage, book, intake }: Parts): Promise<Response> {
  const named = placeNamed(c, caller, book)
  if (named) await intake.bring(named.scope, named.id)
  const found = named && (await wholeAttachment(storage, named.scope, named.id))
  if (!found) return refuse(c, 'notFound')
  // The phone's book keeps it; a copy in the browser's cache would outlive it there.
  return answerAttachment(c, storage, found, { shown: 'attachment', name: 'so-chi-bo', cache: 'no-store' })
}

async function have(c: Asked, caller: Caller, { book, intake }: Parts): Promise<Response> {
  const named = placeNamed(c, caller, book)
  const answer = named && (await intake.have(named.scope, named.id))
  return answer?.ok ? c.json({ have: answer.have }) : refuse(c, 'notFound')
}

async function take(c: Asked, caller: Caller, { book, intake }: Parts): Promise<Response> {
  const named = placeNamed(c, caller, book)
  if (!named) return refuse(c, 'notFound')
  const start = v.safeParse(startSchema, c.req.query('start'))
  if (!start.success) return refuse(c, 'malformed')
  const bytes = await bodyOf(c, MAX_PIECE_BYTES)
  if (!bytes) return refuse(c, 'tooLarge')
  const taken = await intake.take({ ...named, start: start.output, bytes, device: caller.device })
  return taken.ok ? c.json({ have: taken.have }) : refuse(c, taken.refusal)
}

/** The scope is looked up in the caller's own list: no other one exists for him. */
function placeNamed(c: Asked, { person }: Caller, book: ServerBook): { scope: string; id: string } | null {
  const scope = book.scopesOf(person).find((readable) => readable === c.req.query('scope'))
  const id = v.safeParse(attachmentIdSchema, c.req.param('id'))
  return scope !== undefined && id.success ? { scope, id: id.output } : null
}
