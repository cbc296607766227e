export const decided = {
  heading: 'Your proposal was accepted',
  headingOther: 'Your proposal was decided',
  count: '{n} proposal | {n} proposals',
  accepted: 'Now in the text',
  declined: 'Declined',
  seen: 'I have seen it',
} as const
