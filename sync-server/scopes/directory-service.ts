import {
  decideDirectory,
  decideFounding,
  type DirectoryCommand,
  type Founding,
} from '#shared/events/directory.ts'
import type { DirectoryDecision } from '#shared/events/directory-decision.ts'
import { foldDirectory, type DirectoryEvent } from '#shared/events/directory-events.ts'
import {
  EMPTY_DIRECTORY,
  rosterOf,
  standingOf,
  unitsOf,
  unitsReadableBy,
  type Directory,
} from '#shared/events/directory-state.ts'
import type { Instant, PersonId, UnitId } from '#shared/records/ids.ts'
import type { Roster } from '#shared/records/roster.ts'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import { mayRead, scopesOf } from '#shared/rules/reading.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { standingIn, type Standing } from '#shared/rules/standing.ts'
import type { Change, SignedRoster, Storage } from '#server/storage/storage.ts'
import type { CommitQueue } from './commit-queue.ts'
import { Lock } from './lock.ts'

const LOG = 'directory'
const PIECE = 1000

export type Signer = (bytes: Uint8Array) => Promise<Uint8Array>
type Parts = { storage: Storage; commits: CommitQueue; sign: Signer; clock: () => Instant; lineage: string }

/** The directory: changed here only, online, event by event; every change of a unit signs its roster anew. */
export class DirectoryService {
  readonly #parts: Parts
  readonly #lock = new Lock()
  #state: Directory = EMPTY_DIRECTORY
  #head = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async load(): Promise<void> {
    for (;;) {
      const entries = await this.#parts.storage.entriesAfter(LOG, this.#head, PIECE)
      for (const entry of entries) {
        this.#state = foldDirectory(
          this.#state,
          JSON.parse(new TextDecoder().decode(entry.bytes)) as DirectoryEvent,
        )
        this.#head = entry.seq
      }
      if (entries.length < PIECE) break
    }
    await this.#signForLineage()
  }

  get state(): Directory {
    return this.#state
  }

  found(founding: Founding): Promise<DirectoryDecision> {
    return this.#decide((state, at) => decideFounding(state, founding, at))
  }

  direct(command: DirectoryCommand, actor: PersonId): Promise<DirectoryDecision> {
    return this.#decide((state, at) =>
      decideDirectory(state, command, {
        actor,
        at,
        ruleset: rulesetOn(new Date(at).toISOString().slice(0, 10)),
      }),
    )
  }

  /** What a person is in the unit of a scope, today. Nothing but his own scope has no unit. */
  standing(scope: ScopeId, person: PersonId): Standing | null {
    const parsed = parseScope(scope)
    if (!parsed || parsed.kind === 'own') return null
    return standingOf(this.#state, parsed.id, person)
  }

  /** What he was by the roster his phone had when it wrote; null when that is unknown, or he did not read the scope. */
  async standingThen(scope: ScopeId, person: PersonId, version: number): Promise<Standing | null> {
    const unit = parseScope(scope)
    const roster = await this.rosterThen(scope, version)
    if (!unit || !roster) return null
    const then = standingIn(roster, person, false)
    return mayRead(unit.kind, then) ? then : null
  }

  /** The roster of a scope's unit as it was issued under a version; null when there is none. */
  async rosterThen(scope: ScopeId, version: number): Promise<Roster | null> {
    const unit = parseScope(scope)
    if (!unit || unit.kind === 'own') return null
    const signed = await this.#parts.storage.roster(unit.id, version)
    return signed && (JSON.parse(new TextDecoder().decode(signed.bytes)) as Roster)
  }

  roster(unit: UnitId): Roster | null {
    return rosterOf(this.#state, unit, this.#parts.lineage, this.#parts.clock())
  }

  scopesOf(person: PersonId): ScopeId[] {
    const cells = new Set([...this.#state.units.values()].filter((u) => u.kind === 'cell').map((u) => u.id))
    return scopesOf(
      unitsOf(this.#state, person).map((unit) => standingOf(this.#state, unit, person)),
      cells,
    )
  }

  /** Signed rosters a person may read and his phone has not got. */
  async newerRosters(person: PersonId, known: ReadonlyMap<UnitId, number>): Promise<SignedRoster[]> {
    const newer: SignedRoster[] = []
    for (const unit of unitsReadableBy(this.#state, person)) {
      const version = this.#state.rosterVersions.get(unit.id) ?? 0
      if ((known.get(unit.id) ?? 0) >= version) continue
      const signed = await this.#parts.storage.roster(unit.id, version)
      if (signed) newer.push(signed)
    }
    return newer
  }

  #decide(judge: (state: Directory, at: Instant) => DirectoryDecision): Promise<DirectoryDecision> {
    return this.#lock.run(async () => {
      const decision = judge(this.#state, this.#parts.clock())
      if (decision.ok && decision.events.length > 0) await this.#append(decision.events)
      return decision
    })
  }

  async #append(events: readonly DirectoryEvent[]): Promise<void> {
    const before = this.#state
    let after = before
    let seq = this.#head
    const changes: Change[] = []
    for (const event of events) {
      after = foldDirectory(after, event)
      const bytes = new TextEncoder().encode(JSON.stringify(event))
      changes.push({
        put: 'entry',
        entry: { scope: LOG, seq: ++seq, record: LOG, kind: LOG, holds: 'event', bytes },
      })
    }
    for (const [unit, version] of after.rosterVersions)
      if (before.rosterVersions.get(unit) !== version) changes.push(await this.#signed(after, unit, version))
    await this.#parts.commits.commit(changes)
    this.#state = after
    this.#head = seq
  }

  /** After a restore: phones take no roster of another lineage, so each is issued anew. */
  async #signForLineage(): Promise<void> {
    const { storage, commits, lineage } = this.#parts
    const changes: Change[] = []
    for (const [unit, version] of this.#state.rosterVersions) {
      const signed = await storage.roster(unit, version)
      const roster = signed && (JSON.parse(new TextDecoder().decode(signed.bytes)) as Roster)
      if (roster?.lineage !== lineage) changes.push(await this.#signed(this.#state, unit, version))
    }
    if (changes.length > 0) await commits.commit(changes)
  }

  async #signed(directory: Directory, unit: UnitId, version: number): Promise<Change> {
    const roster = rosterOf(directory, unit, this.#parts.lineage, this.#parts.clock())
    const bytes = new TextEncoder().encode(JSON.stringify(roster))
    return { put: 'roster', roster: { unit, version, bytes, signature: await this.#parts.sign(bytes) } }
  }
}
