import type { news as source } from '#client/i18n/vi/news.ts'

export const news: Record<keyof typeof source, string> = {
  title: 'Was ist neu',
  '2.meeting':
    'Versammlung leiten: Verlauf, Anwesenheit, Beiträge und Abstimmungen auf einer Seite, ohne Netz; ein anderes Gerät kann weitermachen.',
  '2.adopt':
    'Beschließen, unterzeichnen und nummerieren auf dem Gerät; das Protokoll schreibt sich selbst; aus einer Zeile wird eine Aufgabe.',
  '2.papers':
    'Beschluss, Protokoll, Einladung, Anwesenheitsliste und Stimmzettel in amtlicher Form, gedruckt oder als Word-Datei.',
  '2.plan': 'Jede Versammlung aus einer Vorlage planen, mit Checkliste, Einladungstext und Hinweisen.',
  '2.score': 'Die Zelle bewertet ihre Versammlung nach 7 Kriterien, mit Gründen.',
  '2.people':
    'Personensachen: Kandidaten, Erinnerung ans Ende der Probezeit, Abstimmung mit zwei Dritteln Person für Person, Bestätigung der Gemeinde.',
  '1.notices':
    'Bekanntmachungen haben einen letzten Tag, lassen sich in den Kalender legen, werden mit QR-Code gedruckt und bringen Worte für Chat, SMS und Lautsprecher mit.',
  '1.picture':
    'Eine Mitteilung kann ein Bild haben, verkleinert und ohne den Ort der Aufnahme. In Nachrichtendiensten zeigt der Link, was, wann und wo.',
  '1.board':
    'Eine öffentliche Liste der Mitteilungen unter einer festen Adresse für den Aushang; etwa wie oft jede geöffnet wurde, ohne jemandem zu folgen.',
  '1.membersOnly': 'Bekanntmachungen nur für Mitglieder, mit der Taste „Gelesen“.',
  '1.together': 'Zwei, die an einem Text schreiben, sehen mit Netz Namen und Worte des anderen.',
  '1.discuss':
    'Kommentare und Änderungsvorschläge zu jedem Absatz eines Entwurfs, mit einem Tipp angenommen. Fassungen haben Namen und lassen sich vergleichen.',
  '1.pictures':
    'Bekanntmachungen mit Bild, Vorschaukarte für Chats und öffentliche Liste der Bekanntmachungen einer Zelle.',
  '1.lists': 'Mitgliederlisten aus Excel-Dateien, gedruckte Zettel, viele Geräte auf einmal aufgenommen.',
  '1.shared':
    'Ein Rechner für mehrere, jeder mit Buch und PIN; jemand anderes kann für einen Genossen tippen, mit Namen.',
  '1.install': 'Eine Seite zum Installieren, unter Einstellungen.',
  '1.mine': '„Meine Seite“: was das Buch über Sie aufbewahrt, wer es liest, und Ihr Teil als Datei.',
}
