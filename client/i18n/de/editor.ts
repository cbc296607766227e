export const editor = {
  text: 'Text des Beschlusses',
  tools: 'Schreibwerkzeuge',
  kind: 'Art des Absatzes',
  'kind.plain': 'Absatz',
  'kind.heading': 'Überschrift',
  'kind.bullet': 'Aufzählung',
  'kind.number': 'Nummer',
  'kind.mixed': 'Verschiedene',
  deeper: 'Einrücken',
  shallower: 'Ausrücken',
  bold: 'Fett',
  italic: 'Kursiv',
  table: 'Tabelle',
  tableTools: 'Tabellenwerkzeuge',
  addRow: 'Zeile hinzufügen',
  addColumn: 'Spalte hinzufügen',
  removeRow: 'Zeile entfernen',
  removeColumn: 'Spalte entfernen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  'derived.taskResults': 'Ergebnisse der Aufgaben des letzten Monats – vom Buch ausgefüllt',
  'derived.attendance': 'Anwesenheit – vom Buch ausgefüllt',
  awayBy: '{name} hat das geändert, während Sie kein Netz hatten',
  somebody: 'jemand anderes',
  joined:
    'Sie haben Absätze verbunden oder gelöscht. Schreibt dort jemand und hat noch nicht gesendet, werden seine Wörter für ihn aufbewahrt.',
  tooMuch:
    'Zu lang, es wurde nichts eingefügt. Höchstens {all} Zeichen auf einmal und {paragraph} in einem Absatz: Fügen Sie es in Teilen ein.',
  'cannotSave.full': 'Nicht gespeichert: Speicher voll. Schließen Sie diese Seite nicht.',
  'cannotSave.blocked':
    'Nicht gespeichert: Der Browser erlaubt es nicht. Kopieren Sie das Geschriebene woandershin.',
  'readonly.notAllowed': 'Sie können diesen Text lesen; ändern kann ihn nur die Entwurfsgruppe.',
  'readonly.documentClosed': 'Der Text ist geschlossen und lässt sich nicht mehr ändern.',
  'readonly.newerSchema':
    'Dieser Text stammt aus einer neueren Fassung des Buches. Aktualisieren Sie, um ihn zu bearbeiten; nichts darin geht verloren.',
  'readonly.openElsewhere':
    'Dieser Text ist auf diesem Gerät in einem anderen Fenster zum Schreiben geöffnet. Schließen Sie es und öffnen Sie ihn dann hier.',
  'readonly.refused':
    'Der Server hat das eben Geschriebene nicht angenommen. Es ist unversehrt unter den aufbewahrten Texten.',
  opening: 'Wird geöffnet…',
  empty: 'Der Text hat noch keine Wörter.',
} as const
