export const meetingHanding = {
  title: 'An anderes Handy übergeben',
  heading: 'Akku fast leer?',
  body: 'Das Handy des Stellvertreters oder Protokollführers macht ohne Netz ab der letzten Eintragung weiter. Alles hier Eingetragene bleibt.',
  file: 'Datei an das andere Handy senden',
  fileBody: 'Bluetooth, Quick Share oder ein Messenger genügen.',
  saved: 'Datei {name} gespeichert',
  codes: 'Codes scannen lassen',
  codesBody:
    'Halten Sie diesen Bildschirm ruhig vor die Kamera des anderen Handys. Die Codes wechseln von selbst; einige zu verpassen schadet nicht.',
  codesCount: '{n} Codes, etwa {s} Sekunden',
  codeLabel: 'Laufender Code',
  stop: 'Anhalten',
  noCertificate: 'Dieses Handy kann noch nicht übergeben',
  noCertificateBody:
    'Es muss einmal online sein, damit der Server bestätigt, wem es gehört. Danach braucht es kein Netz.',
  making: 'Wird gepackt…',
  only: 'Nur Handys von Mitgliedern der Zelle können es öffnen. Senden Sie es niemandem sonst.',
  takeTitle: 'Von anderem Handy übernehmen',
  takeHeading: 'Sitzung eines anderen Handys fortsetzen',
  takeBody:
    'Öffnen Sie auf dem anderen Handy die Sitzung, drücken Sie „An anderes Handy übergeben“, und wählen Sie dann einen Weg.',
  chooseFile: 'Erhaltene Datei wählen',
  scan: 'Codes mit der Kamera scannen',
  scanning: 'Bringen Sie den Code des anderen Handys in den Rahmen.',
  scanned: '{got} von {of} Teilen gelesen',
  noCamera: 'Die Kamera lässt sich nicht öffnen. Nehmen Sie die Datei.',
  notAllowed:
    'Der Browser erlaubt die Kamera nicht. Erlauben Sie sie und versuchen Sie es noch einmal, oder nehmen Sie die Datei.',
  taken: 'Übernommen',
  takenBody:
    '{n} Eintragungen von {names}. Sie heißen „wartet auf den Server“; sobald es Netz gibt, bestätigt er sie für beide Handys.',
  takenNothing: 'Dieses Handy hat das alles schon.',
  goOn: 'Zur Sitzung',
  meetings: 'Zur Liste der Sitzungen',
  'trouble.notABundle':
    'Diese Datei oder dieser Code ist nicht von Sổ Chi bộ oder wurde unterwegs beschädigt. Übergeben Sie noch einmal.',
  'trouble.otherBook': 'Das gehört zu einem anderen Server, nicht zu dem Ihrer Gemeinde.',
  'trouble.notMine': 'Sie gehören nicht zur Zelle dieser Sitzung.',
  'trouble.notBelieved':
    'Die Signatur stimmt nicht, es wurde nichts übernommen. Übergeben Sie noch einmal von dem Handy, das es gemacht hat.',
  waits:
    '{n} Eintragung eines anderen Handys wartet auf den Server | {n} Eintragungen anderer Handys warten auf den Server',
}
