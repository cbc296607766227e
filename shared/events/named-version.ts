import * as v from 'valibot'
import { doneAt, type RecordedEvent } from '#shared/records/event.ts'
import {
  MOST_VERSIONS,
  versionContentSchema,
  versionIdSchema,
  versionNameSchema,
  type NamedVersion,
} from '#shared/records/named-version.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import { mayNameVersion } from '#shared/rules/discussion-course.ts'
import { no, yes, type Context, type Decision } from './kind.ts'

export const nameVersionCommand = v.object({
  do: v.literal('nameVersion'),
  id: versionIdSchema,
  name: versionNameSchema,
  content: versionContentSchema,
})
type Fact = Pick<NamedVersion, 'id' | 'name' | 'content'>

export function decideNamedVersion(
  state: Resolution,
  { id, name, content }: v.InferOutput<typeof nameVersionCommand>,
  { standing }: Context,
): Decision {
  if (!mayNameVersion(state, standing)) return no('notAllowed')
  if (state.versions.some((known) => known.id === id)) return yes()
  if (state.versions.length >= MOST_VERSIONS) return no('tooLarge')
  const data: Fact = { id, name, content }
  return yes({ type: 'versionNamed', v: 1, data })
}

export function foldNamedVersion(state: Resolution, e: RecordedEvent): Resolution {
  const by = e.actor.by === 'person' ? e.actor.person : ''
  return { ...state, versions: [...state.versions, { ...(e.data as Fact), by, at: doneAt(e) }] }
}
