import { describe, expect, it } from 'vitest'
import type { Change, Storage } from '#server/storage/storage.ts'
import { CommitQueue } from './commit-queue.ts'

/** Storage that remembers what each commit held. */
function writes(): { storage: Storage; commits: (readonly Change[])[] } {
  const commits: (readonly Change[])[] = []
  const storage = { commit: async (changes: readonly Change[]) => void commits.push(changes) } as Storage
  return { storage, commits }
}
const note = (key: string): Change => ({ put: 'meta', key, value: '1' })

describe('one commit serves many requests', () => {
  it('what is only noted in passing goes along with the next commit and costs none of its own', async () => {
    const { storage, commits } = writes()
    const queue = new CommitQueue(storage, 0)
    queue.later(note('seen'))
    await Promise.all([queue.commit([note('a')]), queue.commit([note('b')])])
    await queue.settled()
    expect(commits).toEqual([[note('a'), note('b'), note('seen')]])
  })

  it('and is on disk before the server stops, also when nobody commits any more', async () => {
    const { storage, commits } = writes()
    const queue = new CommitQueue(storage, 0)
    queue.later(note('seen'))
    await queue.settled()
    expect(commits).toEqual([[note('seen')]])
  })
})
