import { forwardedOf, type ForwardedOpinion } from '#shared/records/forwarded-opinion.ts'
import type { Opinion } from '#shared/records/opinion.ts'
import type { PlacedReaction, Reaction } from './kind.ts'
import { Story, type Name } from './people.fixture.ts'
import { rulesOf } from './registry.ts'

export const QUESTION = {
  do: 'raiseOpinion',
  type: 'question',
  text: 'Bao giờ làm xong đoạn đường qua xóm Đình?',
  origin: 'member',
} as const

type Queued = Extract<Reaction | PlacedReaction, { do: 'append' | 'appendHere' }>

/** One cell, the bridge above it, and the server that carries what follows from one to the other, when it is told to. */
export class Office {
  readonly stories = new Map<string, Story<unknown>>()
  readonly queue: Queued[] = []

  story(record: string): Story<unknown> {
    const kind = record.startsWith('yk-') ? 'forwardedOpinion' : 'opinion'
    const known = this.stories.get(record) ?? new Story(kind, record)
    this.stories.set(record, known)
    return known
  }
  opinion = (record = 'opinion-1'): Opinion => this.story(record).state as Opinion
  above = (record = 'opinion-1'): ForwardedOpinion | null =>
    this.story(forwardedOf(record)).state as ForwardedOpinion | null

  /** @returns the refusal, or the types of what happened */
  does(name: Name, command: unknown, record = 'opinion-1'): string {
    const story = this.story(record)
    for (const [id, other] of this.stories) if (other.state !== null) story.others.set(id, other.state)
    const before = story.events.length
    const done = story.does(name, command)
    this.#react(story, before)
    return done
  }
  answersAbove = (name: Name, command: unknown, record = 'opinion-1') =>
    this.does(name, command, forwardedOf(record))

  /** The server fulfils what is queued: the first one, or that at a place. */
  carry(place = 0): void {
    const [next] = this.queue.splice(place, 1)
    if (!next) return
    const story = this.story(next.record)
    const before = story.events.length
    const { type, data } = next.event
    story.happened(type, data, 'an', { actor: { by: 'server', cause: 'cell@1.0' } })
    this.#react(story, before)
  }
  carryAll(): void {
    while (this.queue.length > 0) this.carry()
  }

  #react(story: Story<unknown>, from: number): void {
    for (const event of story.events.slice(from))
      for (const reaction of rulesOf(story.kind).react?.(event, story.state) ?? [])
        if (reaction.do !== 'applyHeld') this.queue.push(reaction)
  }
}
