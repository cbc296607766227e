import { PAPER_TYPES, WORDS_TYPE, type MediaType } from '#shared/records/attachment.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/** [F6, F12, F15] Most bytes of one attachment, by what it is. */
export function mostBytesOf(media: MediaType, ruleset: Ruleset): number {
  if (media === WORDS_TYPE) return ruleset.wordsBytes.value
  return PAPER_TYPES.some((type) => type === media)
    ? ruleset.paperBytes.value
    : ruleset.attachmentBytes.value.each
}
