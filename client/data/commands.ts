import { inject, type InjectionKey } from 'vue'
import type { Saying } from '#shared/document/make-remark.ts'
import type { Proposed, PutHow } from '#shared/document/put-wording.ts'
import type { AdoptionCommand } from '#shared/events/adoption.ts'
import type { AnnouncementCommand } from '#shared/events/announcement.ts'
import type { CandidateCommand } from '#shared/events/candidate.ts'
import type { BoardCommand } from '#shared/events/board.ts'
import type { DirectoryCommand } from '#shared/events/directory.ts'
import type { FeeNamesCommand } from '#shared/events/fee-names.ts'
import type { ForwardedOpinionCommand } from '#shared/events/forwarded-opinion.ts'
import type { HandedUpCommand } from '#shared/events/handed-up.ts'
import type { HeldCommand } from '#shared/events/held.ts'
import type { KeptCommand } from '#shared/events/kept.ts'
import type { MeetingCommand } from '#shared/events/meeting/commands.ts'
import type { MinutesCommand } from '#shared/events/minutes.ts'
import type { NumbersCommand } from '#shared/events/numbers.ts'
import type { OpinionCommand } from '#shared/events/opinion.ts'
import type { ReasonsCommand } from '#shared/events/reasons.ts'
import type { ResolutionCommand } from '#shared/events/resolution.ts'
import type { ScheduleCommand } from '#shared/events/schedule.ts'
import type { TaskCommand } from '#shared/events/task-commands.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordKind } from '#shared/records/event.ts'
import type { PersonId, RecordId, DeviceId, UnitId } from '#shared/records/ids.ts'
import type { RosterProposal } from '#shared/records/roster-proposal.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { Seal } from '#shared/records/adoption.ts'
import type { Paper } from '#shared/records/agenda.ts'
import type { AttachmentRef, Picture } from '#shared/records/attachment.ts'
import type { Taken } from './replica/hand-over.ts'
import type { DeviceView, KeptView, PaperTrouble, PictureTrouble } from './views.ts'

export type Done<T = object> = ({ ok: true } & T) | { ok: false; refusal: Refusal }
/** What needs the server can also fail because nobody answers, or because its disk is full. */
export type OnlineDone<T = object> = Done<T> | { ok: false; offline: true } | { ok: false; serverFull: true }

export type AnyCommand =
  | Exclude<ResolutionCommand, AdoptionCommand>
  | AnnouncementCommand
  | BoardCommand
  | HeldCommand
  | KeptCommand
  | MeetingCommand
  | Exclude<MinutesCommand, AdoptionCommand>
  | TaskCommand
  | NumbersCommand
  | ReasonsCommand
  | ScheduleCommand
  | CandidateCommand
  | HandedUpCommand
  | FeeNamesCommand
  | OpinionCommand
  | ForwardedOpinionCommand

/** An entry for another member [N1]; `helper` is the name of somebody else who types it on this phone [N6]. */
export type ForWhom = { onBehalfOf?: PersonId | undefined; helper?: string | undefined }

/** The record that bytes are kept for. */
type AttachedTo = { scope: ScopeId; record: RecordId; kind: RecordKind }

/** The only way to write. Whatever says ok is on this phone's disk. */
export interface Commands {
  /** Judges a command by the shared rules and keeps it for sending. */
  give(scope: ScopeId, record: RecordId, command: AnyCommand, forWhom?: ForWhom): Promise<Done>
  /** Adopts or signs a text; it names its kind, because several kinds are adopted alike. */
  giveAdoption(
    place: { scope: ScopeId; record: RecordId; kind: RecordKind },
    command: AdoptionCommand,
  ): Promise<Done>
  /** That what was entered for this person was not meant so [N4]. */
  disownEntry(entry: { scope: ScopeId; record: RecordId; kind: RecordKind; seq: number }): Promise<Done>
  /**
   * Starts a resolution with the template's text, or with that of the signed one it corrects, as this person's own first
   * edit.
   */
  startResolution(
    scope: ScopeId,
    start: { title: string; month: string; template: string; corrects?: RecordId },
    text?: Content,
  ): Promise<Done<{ record: RecordId }>>
  /**
   * What another phone needs to go on with these records without any network, packed for a file or codes; null while the
   * server has never said whose phone this is.
   */
  handOver(scope: ScopeId, records: readonly RecordId[]): Promise<Uint8Array | null>
  /** Takes over what another phone handed here, file or codes. */
  takeOver(packed: Uint8Array): Promise<Taken>
  /** Begins the minutes of a meeting with their template's text as this person's own first edit. */
  beginMinutes(scope: ScopeId, meeting: RecordId): Promise<Done>
  /** Says something about a part of a draft by its name, or about the whole; tied to the text as it stands here. */
  say(
    scope: ScopeId,
    record: RecordId,
    what: { part: string | null; saying: Saying },
    forWhom?: ForWhom,
  ): Promise<Done<{ id: string }>>
  /** Accepts a proposal and puts its wording in, as one; both are undone if somebody decided before. */
  acceptProposal(
    scope: ScopeId,
    record: RecordId,
    proposal: Proposed & { id: string; how: PutHow },
  ): Promise<Done | { ok: false; openElsewhere: true }>
  /** Sends kept words as a proposal for the text they were meant for; only once that is on disk they are put away. */
  proposeKept(kept: KeptView): Promise<Done>
  /** Keeps the text as it stands here under a name. */
  nameVersion(scope: ScopeId, record: RecordId, name: string): Promise<Done>
  newRecordId(): RecordId
  newSlug(): string
  /** The person saw the changes made while away. */
  markSeen(scope: ScopeId, record: RecordId): Promise<void>
  /** The person looks at a record for the first time: what was there before is nothing new. */
  lookFirst(scope: ScopeId, record: RecordId): Promise<void>
  putAwayKept(id: string): Promise<void>
  /** Keeps what is typed into a form, so that nothing typed is ever lost. */
  keepForm(key: string, value: unknown): Promise<void>
  dropForm(key: string): Promise<void>
  /** An announcement that asks because its date has passed: send it all the same, or take it back into its form. */
  sendAnyway(id: string): Promise<void>
  /** Takes out of the work to send what bears a marking of secrecy; its words go to the kept texts [S19]. */
  takeOutMarked(id: string): Promise<void>
  /** @returns false when another announcement lies half-written in that form: it is not written over */
  takeBack(id: string): Promise<boolean>
  /** Makes a picture small and keeps it on this phone for a record. @throws CannotSave */
  addPicture(
    place: { scope: ScopeId; record: RecordId; kind?: RecordKind },
    file: Blob,
    signal: AbortSignal,
  ): Promise<{ ok: true; picture: Picture } | { ok: false; trouble: PictureTrouble }>
  /** Keeps a paper for an agenda: PDF, DOCX, or a picture made small. @throws CannotSave */
  addPaper(
    place: { scope: ScopeId; record: RecordId; kind: RecordKind },
    file: File,
    signal: AbortSignal,
  ): Promise<{ ok: true; paper: Paper } | { ok: false; trouble: PaperTrouble }>
  /** Keeps other bytes on this phone for a record. @throws CannotSave */
  keepAttachment(place: { scope: ScopeId; record: RecordId }, bytes: Blob): Promise<AttachmentRef | null>
  /** [F15] Keeps words that can be erased, on this phone, for a record. @throws CannotSave */
  keepWords(place: AttachedTo, words: string): Promise<AttachmentRef>
  /** [V11] Keeps names as they stand on a paper, each in words of its own. @throws CannotSave */
  keepNames(place: AttachedTo, people: readonly { person: PersonId; name: string }[]): Promise<Seal['names']>
  /** Lets go of bytes the server has. @returns how many */
  makeRoom(): Promise<number>
  syncNow(): void
  /** Asks the browser to keep the book when the device runs out of room. @returns whether it promised */
  askToPersist(): Promise<boolean>
  /** People and PIN of this device. Fetched when first used. */
  profiles(): Promise<ProfileDesk>
}

/** [E17] A device that several people share: each has a book of his own, and a PIN. */
export interface ProfileDesk {
  state(): Promise<{ others: number; hasPin: boolean }>
  setPin(pin: string): Promise<void>
  tryPin(pin: string): Promise<{ right: true } | { right: false; waitMs: number }>
  dropPin(): Promise<void>
  /** Leaves the page for an empty book, to let somebody in with this secret, or to type one. */
  add(secret: string | null): Promise<void>
  /** Back to the start screen. */
  lock(): void
}

/** What needs the network: directory, enrolment, devices. */
export interface OnlineCommands {
  setUp(secret: string, founding: { communeName: string; officerName: string }): Promise<OnlineDone>
  directory(command: DirectoryCommand): Promise<OnlineDone>
  /** What cells proposed to the commune and this person may see, oldest first. */
  proposals(): Promise<OnlineDone<{ proposals: readonly RosterProposal[] }>>
  /** Makes a link (10 minutes, one use) for a person's new phone. `expiresAt` is by this phone's own clock. */
  invite(person: PersonId): Promise<OnlineDone<{ enrolment: string; link: string; expiresAt: number }>>
  /** Waits until the other phone has opened the link; both screens then show the same six digits. */
  awaitClaim(
    enrolment: string,
    signal: AbortSignal,
  ): Promise<OnlineDone<{ checkCode: string; label: string }>>
  confirm(enrolment: string): Promise<OnlineDone>
  /** The digits differ: nobody comes in by this link, and the other phone is told. */
  stop(enrolment: string): Promise<OnlineDone>
  /** On the new phone: opens the link's or slip's secret; then waits for the other side. */
  claim(secret: string): Promise<OnlineDone<ClaimView>>
  /** What this phone waits for since before it was closed; null when nothing. */
  waitingHere(): Promise<ClaimView | null>
  awaitConfirmation(signal: AbortSignal): Promise<OnlineDone>
  devices(person: PersonId | 'everybody'): Promise<OnlineDone<{ devices: readonly DeviceView[] }>>
  revoke(device: DeviceId): Promise<OnlineDone>
  /** Fetches an attachment and keeps it on this phone. */
  fetchAttachment(
    place: { scope: ScopeId; record: RecordId; kind?: RecordKind },
    ref: AttachmentRef,
  ): Promise<OnlineDone>
  /** Asks how often the page of a record was opened; `openings` of the queries then says it. */
  askOpenings(scope: ScopeId, record: RecordId): Promise<OnlineDone>
  /** Printed slips, and the phones that wait with one. Fetched when first used. */
  slips(): Promise<SlipDesk>
}

/** What the new phone shows while it waits. `slip`: whoever may says yes some time, perhaps when it is closed. */
export type ClaimView = {
  checkCode: string
  personName: string
  unitName: string
  needsConfirmation: boolean
  slip: boolean
}

export type SlipsWanted = { units: readonly UnitId[] } | { people: readonly PersonId[] }
/** The link is that of the QR; the code is typed where nothing can be scanned. Neither can be asked for again. */
export type Slip = { person: PersonId; code: string; link: string }
export type OpenSlip = { id: string; person: PersonId; expiresAt: number }
export type WaitingPhone = { id: string; person: PersonId; since: number; label: string; checkCode: string }
export type Decided = { done: readonly string[]; refused: readonly { id: string; refusal: Refusal }[] }

export interface SlipDesk {
  make(wanted: SlipsWanted): Promise<OnlineDone<{ slips: readonly Slip[]; expiresAt: number }>>
  seen(): Promise<OnlineDone<{ open: readonly OpenSlip[]; waiting: readonly WaitingPhone[] }>>
  approve(ids: readonly string[]): Promise<OnlineDone<Decided>>
  turnAway(ids: readonly string[]): Promise<OnlineDone<Decided>>
  withdraw(ids: readonly string[]): Promise<OnlineDone>
}

export const commandsKey: InjectionKey<Commands> = Symbol('commands')
export const onlineKey: InjectionKey<OnlineCommands> = Symbol('online')

export function useCommands(): Commands {
  const commands = inject(commandsKey)
  if (!commands) throw new Error('no book is open above this component')
  return commands
}

export function useOnline(): OnlineCommands {
  const online = inject(onlineKey)
  if (!online) throw new Error('nothing connects this component to a server')
  return online
}
