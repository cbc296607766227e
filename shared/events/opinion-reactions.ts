import { doneAt, type RecordedEvent } from '#shared/records/event.ts'
import { forwardedOf } from '#shared/records/forwarded-opinion.ts'
import type { Opinion } from '#shared/records/opinion.ts'
import { bridgeScope } from '#shared/records/scope.ts'
import type { Reaction } from './kind.ts'
import type { OpinionFacts } from './opinion-fold.ts'

/** [I11, I14] What an opinion's event brings about elsewhere: in the bridge above it, and in those alike. */
export function reactToOpinion(e: RecordedEvent, state: Opinion): readonly Reaction[] {
  switch (e.type) {
    case 'opinionForwarded': {
      const { unit, ...told } = e.data as OpinionFacts['opinionForwarded']
      const by = e.actor.by === 'person' ? e.actor.person : ''
      const data = { unit, opinion: e.record, ...told, by, at: doneAt(e) }
      return [upwards(unit, e.record, { type: 'forwardedOpinionCame', v: 1, data })]
    }
    case 'opinionClosed': {
      const { unit, wasAbove } = e.data as OpinionFacts['opinionClosed']
      if (unit === undefined || wasAbove === undefined) return []
      return [upwards(unit, e.record, { type: 'forwardedOpinionClosed', v: 1, data: { round: wasAbove } })]
    }
    case 'opinionJoined':
      return [alikeNoted((e.data as OpinionFacts['opinionJoined']).to, e.record)]
    case 'alikeNoted':
      return answerFor(state, e.record, [(e.data as OpinionFacts['alikeNoted']).record])
    case 'opinionAnswered':
    case 'aboveAnswered':
      return answerFor(state, e.record, state.alike)
    default:
      return []
  }
}

function upwards(unit: string, opinion: string, event: { type: string; v: number; data: unknown }): Reaction {
  return {
    ...{ do: 'append', scope: bridgeScope(unit), kind: 'forwardedOpinion', record: forwardedOf(opinion) },
    event,
  }
}

const alikeNoted = (record: string, alike: string): Reaction => ({
  ...{ do: 'appendHere', kind: 'opinion', record },
  event: { type: 'alikeNoted', v: 1, data: { record: alike } },
})

/** The last answer that was given to this very one goes to those alike; what they got so goes no further. */
function answerFor(state: Opinion, of: string, records: readonly string[]): Reaction[] {
  const last = state.answers.findLast(({ alike }) => alike === undefined)
  if (!last) return []
  const { at: _, alike: __, ...answer } = last
  return records.map((record) => ({
    ...{ do: 'appendHere', kind: 'opinion', record },
    event: { type: 'answeredAlike', v: 1, data: { answer, of } },
  }))
}
