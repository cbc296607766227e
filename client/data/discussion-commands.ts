import { wordingUpdate } from '#shared/document/put-wording.ts'
import { saidAbout } from '#shared/document/make-remark.ts'
import { readContent } from '#shared/document/read.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { AnyCommand, Commands, Done, ForWhom } from './commands.ts'
import { newId } from './random.ts'
import type { Running } from './running.ts'

type Parts = {
  running: () => Promise<Running>
  saving: <T>(write: () => Promise<T>) => Promise<T>
  give: (scope: ScopeId, record: string, command: AnyCommand, forWhom?: ForWhom) => Promise<Done>
  putAwayKept: (id: string) => Promise<void>
}

/** Commands of a discussion that rest on the text as it stands on this phone. */
export function discussionCommands({
  running,
  saving,
  give,
  putAwayKept,
}: Parts): Pick<Commands, 'say' | 'acceptProposal' | 'nameVersion' | 'proposeKept'> {
  const placeOf = (scope: ScopeId, record: string) => ({ scope, record, kind: 'resolution' as const })

  const say: Commands['say'] = async (scope, record, { part, saying }, forWhom) => {
    const { replica } = await running()
    const place = placeOf(scope, record)
    const said = await saving(() => replica.look(place, (doc) => saidAbout(doc, part, saying)))
    if (!said) return { ok: false, refusal: 'notFound' }
    const id = newId()
    const done = await give(scope, record, { do: 'remark', id, ...said }, forWhom)
    return done.ok ? { ok: true, id } : done
  }

  return {
    say,
    /** [K4] Where its part is gone, the words are proposed for the end of the text. */
    async proposeKept({ id, scope, about, part = null, text }) {
      if (!scope) return { ok: false, refusal: 'notFound' }
      const saying = { is: 'addition' as const, wording: text }
      const there = part === null ? null : await say(scope, about, { part, saying })
      const isGone = there === null || (!there.ok && there.refusal === 'notFound')
      const done = isGone ? await say(scope, about, { part: null, saying }) : there
      if (done.ok) await putAwayKept(id)
      return done
    },
    async acceptProposal(scope, record, { id, anchor, says, how }) {
      const { drafts } = await running()
      const command = { do: 'acceptProposal' as const, remark: id }
      const given = await saving(() =>
        drafts.giveWithWords(scope, record, command, (doc, client) =>
          wordingUpdate(doc, { anchor, says }, { client, how }),
        ),
      )
      if (given === null) return { ok: true }
      if (given === 'openElsewhere') return { ok: false, openElsewhere: true }
      return { ok: false, refusal: given === 'newerSchema' ? 'notAllowed' : given }
    },
    async nameVersion(scope, record, name) {
      const { replica } = await running()
      const content = await saving(() => replica.look(placeOf(scope, record), readContent))
      return give(scope, record, { do: 'nameVersion', id: newId(), name, content: [...content] })
    },
  }
}
