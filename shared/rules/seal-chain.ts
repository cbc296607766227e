import { canonicalHash } from './canonical.ts'
import type { Checkpoint, SealChain, SealLink } from '#shared/records/seals.ts'

/** [V12] The next link: each holds the hash of all before it, so that none can be changed, left out or put between. */
export function linked({ links }: SealChain, { record, hash }: Omit<SealLink, 'chain'>): SealLink {
  const before = links.at(-1)?.chain ?? ''
  return { record, hash, chain: canonicalHash([before, record, hash]) }
}

/** `shorter`: signed texts that were seen are not there; `other`: there are others in their place. */
export type ChainAnswer = 'same' | 'shorter' | 'other'

/** [V13] What a chain is compared with what was seen of it before. */
export function comparedChain({ links }: SealChain, seen: Checkpoint | null): ChainAnswer {
  if (!seen || seen.count === 0) return 'same'
  if (links.length < seen.count) return 'shorter'
  return links[seen.count - 1]?.chain === seen.chain ? 'same' : 'other'
}

export const checkpointOf = ({ links }: SealChain): Checkpoint => ({
  count: links.length,
  chain: links.at(-1)?.chain ?? '',
})
