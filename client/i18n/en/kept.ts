export const kept = {
  title: 'Kept texts',
  intro: 'You wrote this, but it did not get into the text; it is still whole on this device.',
  empty: 'Nothing is kept back',
  emptyBody: 'Every word you wrote is in its text. What does not get in will stand here, with the reason.',
  'why.mergedAway':
    'When texts written at the same time were merged, somebody else had joined or removed the passage these words stood in.',
  'why.heldDismissed': 'The secretary looked at this and did not take it.',
  'why.notAdopted':
    'The cell read and adopted the text without this paragraph. You can propose it for a later one.',
  'why.heldAdmitted': 'The secretary took this, but there was no place left for these words in the text.',
  whatNow:
    'Send it as a proposal for the drafters to accept, copy and paste it into the text again, or put it away.',
  propose: 'Send as a proposal',
  openText: 'Open the text',
  putAway: 'Put away',
  putAwayAsk: 'Put this away?',
  putAwayBody: 'It will no longer stand here.',
  at: 'written {when}',
  about: 'for “{title}”',
  heldHeading: 'Waiting for your decision',
  heldIntro:
    'Work of others that arrived after the roster or a permission had changed. Admitted, it goes in under its author’s name; otherwise its author keeps it.',
  heldBy: 'by {name}, for “{about}”',
  admit: 'Admit',
  dismiss: 'Do not admit',
  dismissAsk: 'Not admit this work?',
  dismissBody: '{name} will find it among the kept texts.',
  admitted: 'Admitted',
  dismissed: 'Not admitted',
  heldDone: 'Decided ({n})',
} as const
