import type { me as source } from '#client/i18n/vi/me.ts'

export const me: Record<keyof typeof source, string> = {
  title: 'Meine Seite',
  intro: 'Was das Buch über Sie aufbewahrt, wer es lesen kann, und wie Sie Ihren Teil mitnehmen.',
  nobody: 'Auf diesem Gerät wurde noch niemand aufgenommen',
  nobodyBody: 'Sobald Sie im Buch stehen, sagt diese Seite, was es über Sie aufbewahrt.',
  kept: 'Was das Buch über mich aufbewahrt',
  'status.official': 'Vollmitglied',
  'status.probationary': 'Mitglied auf Probe',
  'status.exempt': 'von Arbeit und Sitzungen befreit',
  'status.temporarilyOut': 'vorübergehend in einer anderen Zelle',
  'status.temporarilyIn': 'vorübergehend in dieser Zelle',
  'status.suspended': 'Mitgliedschaft ruht',
  'duty.secretary': 'Sekretär',
  'duty.deputy': 'stellvertretender Sekretär',
  'duty.committee': 'Mitglied des Zellenkomitees',
  'duty.officer': 'zuständig im Gemeindekomitee',
  probationSince: 'auf Probe seit {day}',
  born: 'geboren {year}',
  acts: 'Was ich im Buch getan habe',
  actsCount: '{n} Handlung | {n} Handlungen',
  texts: 'Texte, in die ich geschrieben habe',
  textsCount: '{n} Text | {n} Texte',
  untitled: 'Ein Text, der nicht mehr auf diesem Gerät ist',
  letters: '{inserted} Buchstaben hinzugefügt, {deleted} entfernt',
  keptNot:
    'Das Buch bewahrt keine Ausweis- oder Kartennummern, Adressen oder Telefonnummern auf und vermerkt nicht, wer was angesehen hat.',
  devices: 'Meine Geräte',
  entered: 'Was andere für mich eingetragen haben',
  enteredNone: 'Noch hat niemand etwas für Sie eingetragen.',
  enteredIntro:
    'Ist etwas nicht in Ihrem Sinn, drücken Sie „Nicht in meinem Sinn“; die ganze Zelle sieht das dann daneben.',
  enteredBy: 'Eingetragen von {name}, {day}',
  enteredByHelper: 'Eingetragen von {helper} am Gerät von {name}, {day}',
  somebody: 'Name unbekannt',
  disown: 'Nicht in meinem Sinn',
  disowned: 'Sie haben gesagt: nicht in meinem Sinn',
  readers: 'Wer es lesen kann',
  readCell: 'Das Buch von {unit}: die {n} Personen auf der Liste der Zelle, sonst niemand.',
  readBridge:
    'Was der Sekretär von einer Sitzung nach oben gibt: Mitglieder der Zelle, das zuständige Komiteemitglied und Verantwortliche des Gemeindekomitees. Die Zelle sieht, wer oben es wann angesehen hat.',
  readOffice:
    'Gründe der Abwesenheit und wer den Beitrag gezahlt hat: nur Sekretär, Stellvertreter und Zellenkomitee; einen Grund auch, wer ihn gab.',
  readRoster: 'Name, Status, Aufgabe: Mitglieder der Zelle und Zuständige im Gemeindekomitee.',
  readOwn: 'Meine zurückgehaltenen Texte: nur ich.',
  readPublic:
    'Öffentliche Bekanntmachungen: wer den Link hat; sie nennen kein Mitglied. Der Server zählt, wie oft sie geöffnet werden, nicht von wem.',
  readOperator: 'Wer den Server der Gemeinde betreibt, kann technisch die gewöhnlichen Inhalte lesen.',
  take: 'Meinen Teil mitnehmen',
  takeBody:
    'Eine Datei mit allem, was das Buch auf diesem Gerät über Sie aufbewahrt. Sie liegt bei Ihren Downloads; das Buch schickt sie niemandem.',
  takeNow: 'Datei sichern',
  fileName: 'so-chi-bo-mein-teil',
  wrong: 'Stimmt etwas nicht?',
  wrongBody:
    'Name, Status, Aufgabe: Sagen Sie es dem Zellensekretär oder dem Gemeindekomitee, damit es berichtigt wird. Wenn Sie kein Gerät mehr benutzen möchten, nehmen Sie wie gewohnt an den Sitzungen teil.',
}
