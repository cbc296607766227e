export const decided = {
  heading: 'Ihr Vorschlag wurde angenommen',
  headingOther: 'Über Ihren Vorschlag wurde entschieden',
  count: '{n} Vorschlag | {n} Vorschläge',
  accepted: 'Steht jetzt im Text',
  declined: 'Abgelehnt',
  seen: 'Ich habe es gesehen',
} as const
