import { MEDIA_TYPES, type MediaType } from '#shared/records/attachment.ts'
import { ENDINGS } from '#shared/rules/file-name.ts'
import type { Attachment, Storage } from '#server/storage/storage.ts'
import type { Asked } from './answers.ts'

/** A whole attachment of a scope, of a type we give out; null for what is not here or not whole. */
export async function wholeAttachment(
  storage: Storage,
  scope: string,
  id: string,
): Promise<(Attachment & { media: MediaType }) | null> {
  const found = await storage.attachment(scope, id)
  const media = MEDIA_TYPES.find((type) => type === found?.media)
  return found && found.wholeAt !== null && media ? { ...found, media } : null
}

type How = { shown: 'inline' | 'attachment'; name: string; cache: string }

/**
 * [F7] Its bytes under the one type they were taken as. Should a browser ever take them for a page, that page may do
 * nothing.
 */
export async function answerAttachment(
  c: Asked,
  storage: Storage,
  { scope, id, media }: Attachment & { media: MediaType },
  { shown, name, cache }: How,
): Promise<Response> {
  const headers = {
    'content-type': media,
    'content-disposition': `${shown}; filename="${name}.${ENDINGS[media]}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': cache,
    etag: `"${id}"`,
  }
  if (c.req.header('if-none-match')?.includes(`"${id}"`)) return c.body(null, 304, headers)
  return c.body(await storage.attachmentBytes(scope, id), 200, headers)
}
