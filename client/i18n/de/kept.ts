export const kept = {
  title: 'Aufbewahrte Texte',
  intro: 'Das haben Sie geschrieben, aber es kam nicht in den Text; es ist unversehrt auf diesem Gerät.',
  empty: 'Nichts ist zurückgeblieben',
  emptyBody: 'Jedes Ihrer Wörter steht in seinem Text. Was nicht hineinkommt, steht hier, mit dem Grund.',
  'why.mergedAway':
    'Beim Zusammenführen gleichzeitig geschriebener Texte hatte jemand die Stelle zusammengelegt oder entfernt.',
  'why.heldDismissed': 'Der Sekretär hat es angesehen und nicht angenommen.',
  'why.notAdopted':
    'Die Zelle hat den Text ohne diesen Absatz vorgelesen und beschlossen. Sie können ihn für einen späteren vorschlagen.',
  'why.heldAdmitted': 'Der Sekretär hat es angenommen, aber im Text war kein Platz mehr dafür.',
  whatNow:
    'Senden Sie es als Vorschlag, den die Entwurfsgruppe annehmen kann, kopieren Sie es zurück in den Text, oder legen Sie es ab.',
  propose: 'Als Vorschlag senden',
  openText: 'Text öffnen',
  putAway: 'Weglegen',
  putAwayAsk: 'Diese Stelle weglegen?',
  putAwayBody: 'Sie steht dann nicht mehr hier.',
  at: 'geschrieben {when}',
  about: 'für „{title}“',
  heldHeading: 'Wartet auf Ihre Entscheidung',
  heldIntro:
    'Arbeit anderer, die ankam, nachdem sich die Liste oder ein Recht geändert hatte. Angenommen steht sie unter dem Namen des Verfassers; sonst behält der Verfasser sie.',
  heldBy: 'von {name}, für „{about}“',
  admit: 'Annehmen',
  dismiss: 'Nicht annehmen',
  dismissAsk: 'Diese Arbeit nicht annehmen?',
  dismissBody: '{name} findet sie unter den aufbewahrten Texten.',
  admitted: 'Angenommen',
  dismissed: 'Nicht angenommen',
  heldDone: 'Entschieden ({n})',
} as const
