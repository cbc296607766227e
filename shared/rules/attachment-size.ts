import { PAPER_TYPES, type MediaType } from '#shared/records/attachment.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/** [F6, F12] Most bytes of one attachment, by what it is. */
export const mostBytesOf = (media: MediaType, { attachmentBytes, paperBytes }: Ruleset): number =>
  PAPER_TYPES.some((type) => type === media) ? paperBytes.value : attachmentBytes.value.each
