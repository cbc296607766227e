/**
 * Why something was not done. Each code has two texts in every language (`refusal.<code>.mine` for the person who
 * tried, `.theirs` for whoever reads about it). A refusal is a value, never thrown.
 */
export const REFUSALS = [
  // permission and state
  'notAllowed',
  'notFound',
  'alreadyExists',
  'notInThisState',
  'documentClosed',
  'suspended',
  'notForAnother',
  'malformed',
  'unknownCommand',
  'tooLarge',
  'secrecyMarking',
  // directory
  'nameMissing',
  'committeeNeedsNine',
  'oneSecretaryOnly',
  'oneDeputyOnly',
  'lastOfficer',
  'tooManyDevices',
  'duplicatePerson',
  // announcements
  'slugTaken',
  'alreadyWithdrawn',
  // discussion
  'alreadyDecided',
  // meetings, adoption, papers
  'alreadyAdopted',
  'alreadySigned',
  'notAdopted',
  'notCarried',
  'countsDiffer',
  'numberTaken',
  // people matters
  'helperNotOfficial',
  'tooManyHelpers',
  'timesImpossible',
  'reasonMissing',
  // attachments
  'attachmentUnsound',
  'attachmentsFull',
  // documents
  'newClientId',
  'rebaseFirst',
  'updateUnsound',
  // batches
  'badSignature',
  'forked',
  'gapInBatches',
  'otherLineage',
  'togetherFailed',
  'quarantineFull',
  // enrolment
  'codeUnknown',
  'codeExpired',
  'codeUsed',
  'codeWithdrawn',
  'turnedAway',
  'otherPersonHere',
  'checkCodeWrong',
  'tooManyTries',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** Why work waits for a person's decision instead of being accepted or refused. */
export const HOLDS = ['rosterChanged', 'deviceRevoked', 'appTooOld'] as const
export type Hold = (typeof HOLDS)[number]

export type Verdict =
  | { verdict: 'accepted'; seq: number }
  | { verdict: 'refused'; code: Refusal }
  | { verdict: 'held'; code: Hold }
