import type { DraftingGroup } from '#shared/records/resolution.ts'
import { rolesOf, type Role, type Standing } from './standing.ts'

/**
 * Who may do what: the one table that screen and server both ask. A row names its rule in SPEC.md, the roles that
 * may always, and the relation to the record that suffices besides.
 */
export const PERMISSIONS = {
  readCell: { rule: 'P2', roles: ['member'] },
  readOffice: { rule: 'P3', roles: ['secretary', 'deputy', 'committeeMember'] },
  readDirectory: { rule: 'P4', roles: ['member', 'communeOfficer', 'superiorInCharge'] },
  readBridge: { rule: 'P80', roles: ['member', 'communeOfficer', 'superiorInCharge'] },

  startResolution: { rule: 'P5', roles: ['secretary', 'deputy', 'committeeMember'] },
  writeDraft: { rule: 'P6', roles: ['secretary', 'deputy'], relation: 'drafter' },
  moveResolution: { rule: 'P7', roles: ['secretary', 'deputy'] },
  setDraftingGroup: { rule: 'P8', roles: ['secretary'] },
  binResolution: { rule: 'P9', roles: ['secretary', 'deputy'] },

  discussDraft: { rule: 'P25', roles: ['member'] },
  decideProposal: { rule: 'P26', roles: ['secretary', 'deputy'], relation: 'drafter' },
  withdrawRemark: { rule: 'P27', roles: [], relation: 'self' },
  settleComment: { rule: 'P28', roles: ['secretary', 'deputy'], relation: 'drafter' },
  nameVersion: { rule: 'P29', roles: ['secretary', 'deputy'], relation: 'drafter' },

  publishAnnouncement: { rule: 'P10', roles: ['secretary', 'deputy'] },
  withdrawAnnouncement: { rule: 'P11', roles: ['secretary', 'deputy'] },

  openBoard: { rule: 'P30', roles: ['secretary'] },

  confirmReading: { rule: 'P19', roles: ['member'] },

  enterForOthers: { rule: 'P35', roles: ['member'] },
  lendPhone: { rule: 'P36', roles: ['secretary', 'deputy'] },

  planMeeting: { rule: 'P37', roles: ['secretary', 'deputy', 'committeeMember'] },
  answerInvitation: { rule: 'P38', roles: ['member'] },
  chairMeeting: { rule: 'P39', roles: ['secretary', 'deputy', 'committeeMember'] },
  runMeeting: { rule: 'P40', roles: ['secretary', 'deputy'], relation: 'chair' },
  takeNotes: { rule: 'P41', roles: ['secretary', 'deputy'], relation: ['chair', 'minuteTaker'] },
  confirmWords: { rule: 'P42', roles: [], relation: 'self' },
  writeMinutes: { rule: 'P47', roles: [], relation: 'minuteTaker' },
  beginMinutes: { rule: 'P48', roles: ['secretary', 'deputy'], relation: ['chair', 'minuteTaker'] },

  adoptText: { rule: 'P43', roles: ['secretary', 'deputy'], relation: 'chair' },
  signText: { rule: 'P44', roles: ['secretary', 'deputy'], relation: ['chair', 'minuteTaker'] },
  setSchedule: { rule: 'P46', roles: ['secretary', 'deputy'] },
  withdrawText: { rule: 'P54', roles: ['secretary', 'deputy'] },
  numberPaper: { rule: 'P45', roles: ['secretary', 'deputy'] },

  keepHandbook: { rule: 'P70', roles: ['secretary', 'deputy', 'committeeMember'] },
  enterFromPaper: { rule: 'P71', roles: ['secretary', 'deputy'] },

  noteReasons: { rule: 'P53', roles: ['secretary', 'deputy', 'committeeMember'] },

  keepCandidates: { rule: 'P60', roles: ['secretary', 'deputy', 'committeeMember'] },
  proposeRosterChange: { rule: 'P61', roles: ['secretary', 'deputy'] },
  confirmRosterChange: { rule: 'P62', roles: ['communeOfficer'] },
  handUp: { rule: 'P81', roles: ['secretary', 'deputy'] },
  answerFromAbove: { rule: 'P82', roles: ['communeOfficer', 'superiorInCharge'] },
  seeHandedUp: { rule: 'P83', roles: ['communeOfficer', 'superiorInCharge'] },
  giveReason: { rule: 'P84', roles: ['member'] },
  noteWhoPaid: { rule: 'P85', roles: ['secretary', 'deputy', 'committeeMember'] },

  assignTask: { rule: 'P49', roles: ['secretary', 'deputy', 'committeeMember'] },
  workOnTask: { rule: 'P50', roles: [], relation: 'owner' },
  settleTask: { rule: 'P51', roles: ['secretary', 'deputy'], relation: 'assigner' },
  handOverTask: { rule: 'P90', roles: ['secretary', 'deputy'], relation: ['owner', 'assigner'] },
  unblockTask: { rule: 'P91', roles: ['secretary', 'deputy'], relation: ['owner', 'assigner'] },
  carryTaskOver: { rule: 'P92', roles: ['secretary', 'deputy', 'committeeMember'] },

  raiseOpinion: { rule: 'P93', roles: ['member'] },
  handleOpinions: { rule: 'P94', roles: ['secretary', 'deputy', 'committeeMember'] },
  answerOpinion: { rule: 'P95', roles: ['secretary', 'deputy'], relation: 'owner' },
  forwardOpinion: { rule: 'P96', roles: ['secretary', 'deputy'] },
  handleForwarded: { rule: 'P97', roles: ['communeOfficer', 'superiorInCharge'] },
  settleOpinion: { rule: 'P98', roles: [], relation: 'self' },
  tellAsker: { rule: 'P99', roles: ['secretary', 'deputy', 'committeeMember'], relation: 'self' },

  decideHeldWork: { rule: 'P12', roles: ['secretary', 'deputy'] },

  createCell: { rule: 'P13', roles: ['communeOfficer'] },
  nameDuties: { rule: 'P14', roles: ['communeOfficer'] },
  editRoster: { rule: 'P15', roles: ['communeOfficer', 'secretary', 'deputy'] },
  invite: { rule: 'P16', roles: ['communeOfficer', 'secretary', 'deputy'], relation: 'self' },
  seeDevices: { rule: 'P17', roles: ['secretary'], relation: 'self' },
  revokeDevice: { rule: 'P18', roles: ['secretary', 'communeOfficer'], relation: 'self' },
  assignSuperior: { rule: 'P20', roles: ['communeOfficer'] },
  importRosters: { rule: 'P21', roles: ['communeOfficer'] },
  makeSlips: { rule: 'P22', roles: ['communeOfficer', 'secretary', 'deputy'] },
  approveSlips: { rule: 'P23', roles: ['communeOfficer', 'secretary', 'deputy'] },
} as const satisfies Record<
  string,
  { rule: string; roles: readonly Role[]; relation?: Relation | readonly Relation[] }
>

export type Action = keyof typeof PERMISSIONS

/** What somebody is to the record in question, beside his roles. */
export type Relation = 'drafter' | 'self' | 'chair' | 'minuteTaker' | 'owner' | 'assigner'

/** The table's answer. `relations` are those that hold for this person and record. */
export function may(action: Action, standing: Standing, relations: readonly Relation[] = []): boolean {
  const row: { roles: readonly Role[]; relation?: Relation | readonly Relation[] } = PERMISSIONS[action]
  const roles = rolesOf(standing)
  if (row.roles.some((r) => roles.has(r))) return true
  const suffice = row.relation === undefined ? [] : [row.relation].flat()
  return suffice.some((relation) => relations.includes(relation)) && isHere(standing)
}

/** [P6] The drafting group of a resolution; a suspended member is in none. */
export function isDrafter(group: DraftingGroup, standing: Standing): boolean {
  const roles = rolesOf(standing)
  switch (group.who) {
    case 'committee':
      return roles.has('committeeMember')
    case 'allMembers':
      return roles.has('member')
    case 'named':
      return roles.has('member') && group.people.includes(standing.person)
    default:
      return group satisfies never
  }
}

function isHere(standing: Standing): boolean {
  return rolesOf(standing).size > 0
}
