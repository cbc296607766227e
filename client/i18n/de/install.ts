import type { install as source } from '#client/i18n/vi/install.ts'

export const install: Record<keyof typeof source, string> = {
  title: 'Das Buch auf den Startbildschirm legen',
  intro:
    'Installiert öffnet sich das Buch über ein Symbol wie andere Apps, und das Gerät hält es fester, wenn der Platz knapp wird. Nichts kommt aus einem App-Store, und es kostet kein zusätzliches Datenvolumen.',
  installed: 'Das Buch ist auf diesem Gerät installiert',
  installedBody: 'Öffnen Sie es über das Symbol „Sổ Chi bộ“ auf dem Startbildschirm.',
  aroundHeading: 'In {app} geöffnet',
  aroundBody:
    'Der Browser innerhalb von {app} kann das Buch weder installieren noch behalten. Öffnen Sie diese Adresse in Chrome oder Samsung Internet.',
  openChrome: 'In Chrome öffnen',
  copyAddress: 'Adresse kopieren',
  offer: 'Mit einer Taste installieren',
  offerBody:
    'Dieses Gerät kann es gleich installieren. Drücken Sie die Taste und dann „Installieren“, wenn das Gerät fragt.',
  installNow: 'Buch installieren',
  'way.chrome': 'Mit Chrome',
  'way.samsung': 'Mit Samsung Internet',
  'way.iphone': 'Auf dem iPhone, mit Safari',
  'way.other': 'Mit einem anderen Browser',
  chromeMenu: 'Drücken Sie auf die drei Punkte oben rechts.',
  chromeAdd: 'Drücken Sie „Zum Startbildschirm hinzufügen“.',
  chromeInstall: 'Drücken Sie „Installieren“ und noch einmal „Installieren“, wenn das Gerät fragt.',
  samsungMenu: 'Drücken Sie auf die drei Striche unten rechts.',
  samsungAdd: 'Drücken Sie „Seite hinzufügen zu“.',
  samsungHome: 'Wählen Sie „Startbildschirm“ und drücken Sie „Hinzufügen“.',
  iphoneShare: 'Drücken Sie auf das Teilen-Zeichen unten in der Mitte.',
  iphoneAdd: 'Blättern Sie nach unten, drücken Sie „Zum Home-Bildschirm“ und dann „Hinzufügen“.',
  otherMenu:
    'Öffnen Sie das Menü des Browsers und suchen Sie „App installieren“ oder „Zum Startbildschirm hinzufügen“. Manche Browser haben beides nicht; dann nehmen Sie Chrome.',
  stepIcon: 'Ab jetzt öffnet sich das Buch über dieses Symbol.',
  drawn:
    'Die Bilder sind gezeichnet, damit Sie die Stelle finden; Wörter und Farben auf Ihrem Gerät können etwas abweichen.',
  withoutHeading: 'Und ohne zu installieren?',
  without:
    'Das Buch läuft auch im Browser, auch ohne Netz. Löschen Sie nur die Daten des Browsers nicht, solange noch etwas auf das Senden wartet.',
}
