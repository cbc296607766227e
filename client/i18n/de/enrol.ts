export const enrol = {
  title: 'Dieses Gerät verbinden',
  setupTitle: 'Das Buch der Gemeinde beginnen',
  setupIntro: 'Einmalig, auf dem Gerät des Beauftragten im Parteikomitee der Gemeinde.',
  communeName: 'Name der Gemeinde',
  communeHint: 'Zum Beispiel: xã Thanh Ba',
  communeMissing: 'Geben Sie den Namen der Gemeinde ein.',
  officerName: 'Ihr voller Name',
  officerHint: 'Der erste Beauftragte der Gemeinde im Buch.',
  officerMissing: 'Geben Sie Ihren vollen Namen ein.',
  setupGo: 'Buch beginnen',
  setupDone: 'Das Buch der Gemeinde ist da',
  setupDoneBody: 'Als Nächstes: die erste Zelle anlegen und ihre Mitglieder eintragen.',
  setupNext: 'Liste der Zellen öffnen',
  fiveHeading: 'Fünf Dinge, die Sie wissen sollten',
  'five.what':
    'Das Buch bewahrt Namen, Mitgliedschaft (auf Probe auch seit wann), Ämter und was Sie hineinschreiben; keine Ausweis- oder Parteibuchnummer, keine Adresse, keine Telefonnummer.',
  'five.who':
    'Mitglieder Ihrer Zelle lesen das Buch der Zelle; das Parteikomitee der Gemeinde sieht die Liste und was der Sekretär nach oben gibt; wer den Server betreibt, könnte gewöhnliche Einträge technisch lesen.',
  'five.limits':
    'Staatsgeheimnisse gehören nicht hinein; eine Bestätigung im Buch ersetzt keine Unterschrift, Papier bleibt das Original.',
  'five.speech':
    'Wenn Sie über das Mikrofon der Tastatur diktieren, kann Gesprochenes das Gerät verlassen; Internes bitte tippen.',
  'five.object':
    'Ist etwas falsch, zu ändern oder zu löschen, oder möchten Sie nicht teilnehmen, sagen Sie es dem Sekretär oder dem Parteikomitee; an Sitzungen nehmen Sie auch ohne Gerät teil.',
  agree: 'Gelesen, weiter',
  opening: 'Der Link wird geöffnet…',
  codeHeading: 'Lesen Sie diese sechs Ziffern vor',
  codeFor: 'Gerät von {name}, {unit}',
  codeLabel: 'Ziffern auf diesem Gerät',
  codeHint:
    'Wer Sie eingeladen hat, vergleicht sie mit dem anderen Gerät. Sind sie gleich, bestätigt er; sonst aufhören.',
  waiting: 'Warten auf die Bestätigung…',
  pending: 'Zettel angenommen, wartet auf den Sekretär',
  pendingBody: 'Sie können das Gerät weglegen. Stimmt der Sekretär zu, öffnet sich das Buch hier.',
  done: 'Dieses Gerät ist dabei',
  doneBody: 'Willkommen, {name}. Das Buch wird geladen; danach geht es auch ohne Netz.',
  goOn: 'Buch öffnen',
  install: 'Auf den Startbildschirm legen',
  retry: 'Noch einmal',
  notIn: 'Dieses Gerät ist nicht drin',
  setupUnknown:
    'Dieser Link stimmt nicht oder ist zu alt: Jeder Start des Servers beendet den vorigen. Nehmen Sie den neuen vom Bildschirm des Servers.',
  setupUsed:
    'Das Buch der Gemeinde wurde mit diesem Link schon angelegt. Wenn nicht von Ihnen, sagen Sie es sofort dem Betreiber des Servers.',
  badLink: 'Der Link geht nicht',
  noSecret:
    'Der letzte Teil des Links fehlt. Öffnen Sie genau den erhaltenen Link, oder bitten Sie um einen neuen.',
  askAgain:
    'Bitten Sie die einladende Person, Ihren Namen zu öffnen und noch einmal „Telefon verbinden“ zu wählen.',
  inApp: 'In Chrome öffnen',
  inAppHeading: 'In {app} geöffnet',
  inAppBody:
    'Der Browser in {app} kann das Buch nicht behalten. Öffnen Sie diesen Link in Chrome und machen Sie dort weiter.',
  inAppCopy: 'Link kopieren',
  inAppHow: 'Tut der Knopf oben nichts: Link kopieren, Chrome öffnen, in die Adresszeile einfügen.',
  already: 'Auf diesem Gerät ist das Buch von {name}',
  alreadyBody:
    'Sind Sie diese Person, verbinden Sie sich neu; das vorhandene Buch bleibt. Teilt jemand anderes das Gerät, hat jeder ein eigenes Buch und eine eigene PIN.',
  pendingHint: 'Diese sechs Ziffern vergleicht, wer zustimmt, mit seinem Gerät; jedes Gerät hat andere.',
  'slip.codeUnknown':
    'Dieser Code stimmt nicht. Vergleichen Sie die Vierergruppen auf dem Zettel und tippen Sie ihn erneut ein.',
  'slip.codeExpired': 'Der aufgedruckte Tag ist vorbei. Bitten Sie den Sekretär um einen neuen Zettel.',
  'slip.codeUsed':
    'Dieser Zettel wurde auf einem anderen Gerät benutzt. Ist es nicht Ihres, sagen Sie es sofort dem Sekretär: das andere Gerät ist nicht drin, solange er nicht zustimmt.',
  typeAgain: 'Anderen Code eingeben',
  typeIntro: 'Sie haben einen Zettel? Scannen Sie den QR-Code oder tippen Sie die Zahl hier ein.',
  typeLabel: 'Code auf dem Zettel',
  typeHint: '16 Ziffern, vier Gruppen zu vier.',
  typeWrong: 'Der Code hat genau 16 Ziffern, zum Beispiel 4071 3390 0215 8846.',
  typeGo: 'Weiter',
  typeLink:
    'Falls Sie gerade einen Link geöffnet haben: sein Ende fehlt. Öffnen Sie genau den erhaltenen Link oder bitten Sie um einen neuen.',
  alreadyOther: 'Jemand anderes teilt dieses Gerät',
  alreadyNeedsPin: 'Das vorhandene Buch hat noch keine PIN: seine Person legt zuerst eine fest, unter',
  alreadySettings: 'Einstellungen',
} as const
