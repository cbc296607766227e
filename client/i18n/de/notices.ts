export const notices = {
  updateHeading: 'Es gibt eine neue Fassung',
  updateBody: 'Das dauert einige Sekunden. Alles Geschriebene bleibt auf diesem Gerät.',
  updateNow: 'Aktualisieren',
  newsHeading: 'Das Buch wurde aktualisiert',
  newsOpen: 'Was ist neu',
  newsLater: 'Nicht jetzt',
  cannotSaveHeading: 'Noch nicht schreiben: Dieses Gerät kann nicht speichern',
  cannotSaveFull:
    'Der Speicher ist voll. Löschen Sie einige Bilder oder Videos; sobald Platz ist, speichert das Buch von selbst. Haben Sie gerade geschrieben, schließen Sie diese Seite nicht. Früher Gespeichertes ist noch da.',
  cannotSaveBlocked:
    'Der Browser verhindert das Speichern, vielleicht in einem privaten Fenster. Öffnen Sie das Buch in Chrome in einem gewöhnlichen Fenster.',
  appTooOld:
    'Die Fassung auf diesem Gerät ist alt. Sie können lesen und schreiben; Geschriebenes wartet auf den Sekretär. Bitte bald aktualisieren.',
  openFailed: 'Das Buch lässt sich auf diesem Gerät nicht öffnen',
  openFailedBody:
    'Schließen Sie den Browser und öffnen Sie ihn wieder. Hilft das nicht, öffnen Sie das Buch in Chrome in einem gewöhnlichen Fenster. Gespeichertes wird nicht gelöscht.',
  foreignPageHeading: 'Dieses Netz lässt noch nicht hinaus',
  foreignPage:
    'Dieses WLAN verlangt wohl eine Anmeldung. Öffnen Sie irgendeine Webseite und melden Sie sich an, oder nutzen Sie das Mobilfunknetz. Alles bleibt auf diesem Gerät und wird gesendet, sobald ein Netz da ist.',
  notUnderstoodHeading: 'Der Server konnte das Gesendete nicht lesen',
  notUnderstood:
    'Vielleicht hat die Leitung es beschädigt. Auf diesem Gerät ist es unversehrt und wird noch einmal gesendet. Bleibt es lange so, sagen Sie es dem Betreiber des Servers.',
  notKnownHeading: 'Der Server kennt dieses Gerät nicht',
  notKnown:
    'Alles bleibt auf diesem Gerät, kann aber nicht gesendet werden. Sagen Sie es dem Sekretär oder dem Betreiber des Servers.',
  serverFullHeading: 'Der Server der Gemeinde ist voll',
  serverFull:
    'Der Server nimmt nichts mehr an. Alles bleibt auf diesem Gerät und wird gesendet, sobald Platz ist. Bitte sagen Sie es dem Betreiber des Servers.',
  serverBrokenHeading: 'Der Server ist gestört',
  serverBroken:
    'Alles bleibt auf diesem Gerät und wird gesendet, sobald der Server wieder läuft. Arbeiten Sie wie gewohnt weiter.',
  twinHeading: 'Dieses Gerät sendet nicht mehr',
  twin: 'Das Buch auf diesem Gerät wurde anscheinend auf ein anderes kopiert; der Server nimmt deshalb nichts mehr an. Alles bleibt auf diesem Gerät. Sagen Sie es dem Sekretär.',
  quarantineFullHeading: 'Diesem Gerät wurde der Zugang entzogen',
  quarantineFull:
    'Der Server hat so viel davon angenommen, wie er für den Sekretär annimmt, und nimmt nichts mehr an. Was nicht gesendet ist, liegt noch auf diesem Gerät: Schreiben Sie ab, was Sie brauchen, und geben Sie es dem Sekretär.',
  clockSlow: 'Die Uhr dieses Geräts geht {span} nach',
  clockFast: 'Die Uhr dieses Geräts geht {span} vor',
  clockBody:
    'Das Buch geht trotzdem, aber Datum und Uhrzeit auf diesem Gerät sind falsch, auch der Tag der Sitzung. Stellen Sie sie in den Einstellungen des Telefons.',
} as const
