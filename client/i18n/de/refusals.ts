export const refusals = {
  offline:
    'Der Server ist nicht erreichbar. Ihre Eingaben bleiben auf diesem Gerät; versuchen Sie es mit Netz noch einmal.',
  openElsewhere:
    'Der Text ist in einem anderen Fenster dieses Geräts zum Schreiben geöffnet. Bitte tun Sie es dort.',
  serverFull:
    'Der Server der Gemeinde ist voll, deshalb ging das nicht. Sagen Sie es dem Betreiber des Servers; sobald Platz ist, versuchen Sie es noch einmal.',
  'cannotSave.full':
    'Der Speicher dieses Geräts ist voll, deshalb ging das nicht. Löschen Sie einige Bilder oder Videos und versuchen Sie es noch einmal.',
  'cannotSave.blocked':
    'Der Browser verhindert das Speichern auf diesem Gerät, deshalb ging das nicht. Öffnen Sie das Buch in Chrome in einem gewöhnlichen Fenster.',
  'notAllowed.mine': 'Dazu sind Sie nicht berechtigt.',
  'notAllowed.theirs': 'Der Absender ist dazu nicht berechtigt.',
  'notFound.mine': 'Das wurde nicht gefunden, oder Sie dürfen es nicht mehr sehen.',
  'notFound.theirs': 'Das gibt es nicht mehr, oder der Absender sieht es nicht.',
  'alreadyExists.mine': 'Das gibt es schon.',
  'alreadyExists.theirs': 'Das gab es schon.',
  'notInThisState.mine': 'Beim jetzigen Schritt geht das nicht.',
  'notInThisState.theirs': 'Beim damaligen Schritt ging das nicht.',
  'documentClosed.mine': 'Der Text ist geschlossen und nimmt keine Wörter mehr auf.',
  'documentClosed.theirs': 'Der Text war schon geschlossen.',
  'suspended.mine': 'Ihre Mitgliedschaft ruht, deshalb können Sie jetzt nicht schreiben.',
  'suspended.theirs': 'Die Mitgliedschaft des Absenders ruht.',
  'notForAnother.mine':
    'Das kann niemand für einen anderen tun; der Betreffende tut es selbst, am Gerät oder auf Papier.',
  'notForAnother.theirs':
    'Der Absender wollte für einen anderen tun, was niemand für einen anderen tun kann.',
  'malformed.mine': 'Das Gesendete ist beschädigt; der Server versteht es nicht.',
  'malformed.theirs': 'Das Empfangene ist beschädigt.',
  'unknownCommand.mine': 'Der Server kennt das noch nicht; vielleicht ist er älter als Ihre App.',
  'unknownCommand.theirs': 'Der Server kennt das Gesendete nicht.',
  'tooLarge.mine': 'Das ist zu groß; bitte in Teilen senden.',
  'tooLarge.theirs': 'Das Gesendete ist zu groß.',
  'nameMissing.mine': 'Geben Sie den vollen Namen ein.',
  'nameMissing.theirs': 'Der volle Name fehlt.',
  'committeeNeedsNine.mine': 'Ein Komitee hat eine Zelle erst ab 9 Vollmitgliedern.',
  'committeeNeedsNine.theirs': 'Die Zelle hat weniger als 9 Vollmitglieder und darum kein Komitee.',
  'oneSecretaryOnly.mine': 'Eine Zelle hat nur einen Sekretär.',
  'oneSecretaryOnly.theirs': 'Die Zelle hatte schon einen Sekretär.',
  'oneDeputyOnly.mine': 'Eine Zelle hat nur einen stellvertretenden Sekretär.',
  'oneDeputyOnly.theirs': 'Die Zelle hatte schon einen stellvertretenden Sekretär.',
  'lastOfficer.mine': 'Die Gemeinde braucht mindestens einen Beauftragten im Buch.',
  'lastOfficer.theirs': 'Das ist der letzte Beauftragte der Gemeinde im Buch.',
  'tooManyDevices.mine':
    'Jeder benutzt höchstens zwei Geräte. Entziehen Sie einem alten den Zugang und verbinden Sie dann das neue.',
  'tooManyDevices.theirs': 'Diese Person hat schon zwei Geräte.',
  'duplicatePerson.mine': 'Diese Person steht schon auf der Liste.',
  'duplicatePerson.theirs': 'Diese Person stand schon auf der Liste.',
  'slugTaken.mine':
    'Dieser Link ist vergeben. Veröffentlichen Sie noch einmal; das Buch macht einen anderen.',
  'slugTaken.theirs': 'Der Link gehört zu einer anderen Mitteilung.',
  'alreadyWithdrawn.mine': 'Diese Mitteilung ist zurückgezogen.',
  'alreadyWithdrawn.theirs': 'Die Mitteilung war schon zurückgezogen.',
  'alreadyDecided.mine': 'Darüber hat schon jemand vor Ihnen entschieden; die erste Entscheidung gilt.',
  'alreadyDecided.theirs': 'Darüber war schon entschieden.',
  'alreadyAdopted.mine': 'Dieser Text ist bereits beschlossen.',
  'alreadyAdopted.theirs': 'Der Text war bereits beschlossen.',
  'alreadySigned.mine':
    'Dieser Text ist bereits unterschrieben. Für eine Änderung beginnen Sie einen neuen, der ihn ersetzt.',
  'alreadySigned.theirs': 'Der Text war bereits unterschrieben.',
  'notAdopted.mine':
    'Die Zelle hat über diesen Text noch nicht abgestimmt, er kann noch nicht unterschrieben werden.',
  'notAdopted.theirs': 'Der Text ist noch nicht beschlossen.',
  'notCarried.mine': 'Für den Beschluss fehlen Stimmen dafür.',
  'notCarried.theirs': 'Nicht genug Stimmen dafür.',
  'countsDiffer.mine':
    'Zwei Handys haben verschiedene Stimmenzahlen. Wählen Sie die richtige und versuchen Sie es noch einmal.',
  'countsDiffer.theirs': 'Die Stimmenzahlen der Handys unterscheiden sich.',
  'timesImpossible.mine':
    'Eine Sitzung aus dem Papierbuch muss vorbei sein, und ihr Ende liegt nach ihrem Beginn.',
  'timesImpossible.theirs': 'Beginn oder Ende der Sitzung kann nicht stimmen.',
  'reasonMissing.mine': 'Diese Punkte brauchen einen Grund.',
  'reasonMissing.theirs': 'Zu den Punkten fehlt ein Grund.',
  'numberTaken.mine':
    'Diese Nummer hat schon ein anderes Schriftstück. Nehmen Sie die nächste oder die aus dem Papierbuch.',
  'numberTaken.theirs': 'Diese Nummer hat schon ein anderes Schriftstück.',
  'helperNotOfficial.mine': 'Wer einem Kandidaten hilft, ist Vollmitglied der Zelle.',
  'helperNotOfficial.theirs': 'Der gewählte Helfer ist kein Vollmitglied der Zelle.',
  'tooManyHelpers.mine': 'Ein Kandidat hat höchstens zwei Helfer.',
  'tooManyHelpers.theirs': 'Es wurden mehr als zwei Helfer gewählt.',
  'attachmentUnsound.mine':
    'Das Bild oder die Datei ist beschädigt, der Server nahm es nicht an. Bitte entfernen Sie es und wählen Sie es neu.',
  'attachmentUnsound.theirs': 'Das Bild oder die Datei war beschädigt.',
  'attachmentsFull.mine':
    'Der Server nimmt keine weiteren Bilder dieser Zelle an: Ihr Teil der Platte ist voll, oder dieses Gerät hat heute viel gesendet. Es bleibt auf diesem Gerät und wird an einem anderen Tag erneut versucht.',
  'attachmentsFull.theirs': 'Die Zelle hat den Platz für Bilder aufgebraucht.',
  'newClientId.mine':
    'Dieses Gerät muss eine neue Schreibsitzung beginnen. Ihre Wörter sind da, unter den aufbewahrten Texten.',
  'newClientId.theirs': 'Die Schreibsitzung des Absenders war veraltet.',
  'rebaseFirst.mine':
    'Der Text hat sich stark geändert; dieser Teil muss neu eingefügt werden. Ihre Wörter sind da.',
  'rebaseFirst.theirs': 'Das wurde an einem zu alten Text geschrieben.',
  'updateUnsound.mine':
    'Das Geschriebene wurde unterwegs beschädigt und ließ sich nicht einfügen. Ihre Wörter sind da.',
  'updateUnsound.theirs': 'Das Empfangene ist beschädigt.',
  'badSignature.mine':
    'Der Server erkennt die Signatur dieses Geräts nicht. Bitten Sie den Sekretär, es neu zu verbinden.',
  'badSignature.theirs': 'Die Signatur des sendenden Geräts ist falsch.',
  'forked.mine':
    'Dieses Gerät scheint auf ein anderes kopiert zu sein. Bitten Sie den Sekretär, es neu zu verbinden.',
  'forked.theirs': 'Zwei Geräte senden unter einem Namen.',
  'gapInBatches.mine': 'Ein früherer Teil fehlt; das Buch sendet ihn von selbst noch einmal.',
  'gapInBatches.theirs': 'Ein früherer Teil fehlt.',
  'otherLineage.mine':
    'Der Server wurde aus einer Sicherung wiederhergestellt; das Buch gleicht von selbst ab.',
  'otherLineage.theirs': 'Das stammt aus der Zeit vor der Wiederherstellung des Servers.',
  'secrecyMarking.mine': 'Dies trägt einen Geheimvermerk und verlässt dieses Gerät nicht.',
  'secrecyMarking.theirs': 'Dies trägt einen Geheimvermerk und wurde nicht gesendet.',
  'togetherFailed.mine': 'Etwas zugleich Gesendetes wurde nicht angenommen, darum auch dieses nicht.',
  'togetherFailed.theirs': 'Etwas zugleich Gesendetes wurde nicht angenommen.',
  'quarantineFull.mine':
    'Diesem Gerät wurde der Zugang entzogen, und es hat so viel abgegeben, wie angenommen wird. Der Rest liegt noch darauf.',
  'quarantineFull.theirs':
    'Dem Gerät wurde der Zugang entzogen, und es hat so viel gesendet, wie angenommen wird.',
  'codeUnknown.mine':
    'Dieser Link stimmt nicht; vielleicht gingen unterwegs Zeichen verloren oder wurden verändert.',
  'codeUnknown.theirs': 'Ein falscher Link wurde geöffnet.',
  'codeExpired.mine': 'Der Link ist abgelaufen: Er gilt nur 10 Minuten.',
  'codeExpired.theirs': 'Der Link ist abgelaufen.',
  'codeUsed.mine':
    'Ein anderes Gerät hat diesen Link schon geöffnet. War es nicht Ihres, sagen Sie es sofort der Person, die Sie eingeladen hat.',
  'codeUsed.theirs': 'Der Link wurde schon benutzt.',
  'codeWithdrawn.mine':
    'Dieser Zettel wurde zurückgezogen oder durch einen neueren ersetzt. Verwenden Sie den neuesten oder fragen Sie den Sekretär.',
  'codeWithdrawn.theirs': 'Der Zettel wurde zurückgezogen oder durch einen neueren ersetzt.',
  'turnedAway.mine':
    'Der Sekretär oder die Gemeinde hat dieses Gerät nicht aufgenommen. Lassen Sie sich vom Sekretär einen neuen Zettel geben.',
  'turnedAway.theirs': 'Dieses Gerät wurde abgewiesen.',
  'otherPersonHere.mine':
    'Das Buch auf diesem Gerät gehört jemand anderem, deshalb wurden Sie hier nicht aufgenommen. Bitten Sie um einen neuen Zettel und drücken Sie „Jemand anderes teilt dieses Gerät“.',
  'otherPersonHere.theirs': 'Auf dem Gerät liegt bereits das Buch einer anderen Person.',
  'checkCodeWrong.mine':
    'Die sechs Ziffern der beiden Geräte sind verschieden; dieses Gerät kam nicht hinein.',
  'checkCodeWrong.theirs': 'Die sechs Ziffern der beiden Geräte sind verschieden.',
  'tooManyTries.mine': 'Zu viele Versuche. Warten Sie einige Minuten.',
  'tooManyTries.theirs': 'Ein Gerät hat es zu oft versucht.',
  'hold.rosterChanged.mine':
    'Die Liste hat sich geändert, bevor dies gesendet war; der Sekretär sieht es an und entscheidet.',
  'hold.rosterChanged.theirs': 'Das wurde geschrieben, bevor sich die Liste änderte.',
  'hold.deviceRevoked.mine':
    'Diesem Gerät wurde der Zugang entzogen; der Sekretär sieht das nicht Gesendete an.',
  'hold.deviceRevoked.theirs': 'Das kommt von einem Gerät ohne Zugang.',
  'hold.appTooOld.mine':
    'Die Fassung auf diesem Gerät ist zu alt; der Sekretär sieht das Gesendete an. Bitte aktualisieren.',
  'hold.appTooOld.theirs': 'Das wurde mit einer zu alten Fassung geschrieben.',
} as const
