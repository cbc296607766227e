export const refusals = {
  offline:
    'The server cannot be reached. What you entered stays on this device; try again when there is a network.',
  serverFull:
    'The commune’s server is full, so this could not be done. Tell the operator of the server; when there is room, try again.',
  'cannotSave.full':
    'This device is full, so this could not be done. Delete some pictures or videos and try again.',
  'cannotSave.blocked':
    'The browser blocks saving on this device, so this could not be done. Open the book in Chrome, in a normal window.',
  'notAllowed.mine': 'You are not entitled to do this.',
  'notAllowed.theirs': 'The sender is not entitled to do this.',
  'notFound.mine': 'This was not found, or you may no longer see it.',
  'notFound.theirs': 'This is gone, or the sender cannot see it.',
  'alreadyExists.mine': 'This exists already.',
  'alreadyExists.theirs': 'This existed already.',
  'notInThisState.mine': 'This cannot be done at the present step.',
  'notInThisState.theirs': 'This could not be done at the step it was in.',
  'documentClosed.mine': 'The text is closed and takes no more words.',
  'documentClosed.theirs': 'The text was closed before this arrived.',
  'suspended.mine': 'Your membership is suspended, so you cannot write now.',
  'suspended.theirs': 'The sender’s membership is suspended.',
  'malformed.mine': 'What was sent is damaged; the server does not understand it.',
  'malformed.theirs': 'What arrived is damaged.',
  'unknownCommand.mine': 'The server does not know this yet; it may be older than your app.',
  'unknownCommand.theirs': 'The server does not know what was sent.',
  'tooLarge.mine': 'This is too large; please send it in parts.',
  'tooLarge.theirs': 'What was sent is too large.',
  'nameMissing.mine': 'Enter the full name.',
  'nameMissing.theirs': 'The full name is missing.',
  'committeeNeedsNine.mine': 'A cell has a committee only from 9 official members.',
  'committeeNeedsNine.theirs': 'The cell has fewer than 9 official members and therefore no committee.',
  'oneSecretaryOnly.mine': 'A cell has one secretary only.',
  'oneSecretaryOnly.theirs': 'The cell had a secretary already.',
  'oneDeputyOnly.mine': 'A cell has one deputy secretary only.',
  'oneDeputyOnly.theirs': 'The cell had a deputy secretary already.',
  'lastOfficer.mine': 'The commune must keep at least one officer in the book.',
  'lastOfficer.theirs': 'This is the commune’s last officer in the book.',
  'tooManyDevices.mine': 'A person uses at most two devices. Revoke an old one, then connect the new one.',
  'tooManyDevices.theirs': 'This person has two devices already.',
  'duplicatePerson.mine': 'This person is on the roster already.',
  'duplicatePerson.theirs': 'This person was on the roster already.',
  'slugTaken.mine': 'This link is taken. Publish again; the book makes another one.',
  'slugTaken.theirs': 'The link was used for another announcement.',
  'alreadyWithdrawn.mine': 'This announcement was withdrawn.',
  'alreadyWithdrawn.theirs': 'The announcement had been withdrawn before.',
  'attachmentUnsound.mine':
    'The picture or file is damaged, so the server did not take it. Please remove it and choose it again.',
  'attachmentUnsound.theirs': 'The picture or file was damaged.',
  'attachmentsFull.mine':
    'The server takes no more pictures of this cell: their share of its disk is full, or this device has sent many today. It stays on this device and is tried again on another day.',
  'attachmentsFull.theirs': 'The cell has used up the room for pictures.',
  'newClientId.mine':
    'This device has to start a new writing session. Your words are still there, among the kept texts.',
  'newClientId.theirs': 'The sender’s writing session was out of date.',
  'rebaseFirst.mine':
    'The text has changed a lot; this part has to be merged anew. Your words are still there.',
  'rebaseFirst.theirs': 'This was written on a text that is too old.',
  'updateUnsound.mine':
    'What you wrote was damaged on the way and could not be merged. Your words are still there.',
  'updateUnsound.theirs': 'What arrived is damaged.',
  'badSignature.mine':
    'The server does not recognise this device’s signature. Ask the secretary to connect it again.',
  'badSignature.theirs': 'The sending device’s signature is wrong.',
  'forked.mine':
    'This device seems to have been copied to another one. Ask the secretary to connect it again.',
  'forked.theirs': 'Two devices send under one name.',
  'gapInBatches.mine': 'An earlier part is missing; the book sends it again by itself.',
  'gapInBatches.theirs': 'An earlier part is missing.',
  'otherLineage.mine': 'The server was restored from a backup; the book compares and sends again by itself.',
  'otherLineage.theirs': 'This belongs to the time before the server was restored.',
  'togetherFailed.mine': 'Something sent together with this was not accepted, so this was not either.',
  'togetherFailed.theirs': 'Something sent together with it was not accepted.',
  'quarantineFull.mine':
    'This phone was revoked and has handed in as much as is taken. What was not sent is still on it.',
  'quarantineFull.theirs': 'The phone was revoked and has sent as much as is taken.',
  'codeUnknown.mine': 'This link is not right; some letters may have been lost or changed on the way.',
  'codeUnknown.theirs': 'A wrong link was opened.',
  'codeExpired.mine': 'The link has expired: it works for 10 minutes only.',
  'codeExpired.theirs': 'The link has expired.',
  'codeUsed.mine':
    'Another device has opened this link already. If it was not yours, tell the person who invited you at once.',
  'codeUsed.theirs': 'The link was used already.',
  'codeWithdrawn.mine':
    'This slip was withdrawn or replaced by a newer one. Use the newest slip, or ask the secretary.',
  'codeWithdrawn.theirs': 'The slip was withdrawn or replaced by a newer one.',
  'turnedAway.mine':
    'The secretary or the commune did not let this phone in. See the secretary for a new slip.',
  'turnedAway.theirs': 'This phone was turned away.',
  'otherPersonHere.mine':
    'The book on this device is somebody else’s, so you were not let in here. Ask for a new slip and press “Somebody else shares this device”.',
  'otherPersonHere.theirs': 'The device already holds somebody else’s book.',
  'checkCodeWrong.mine': 'The six digits on the two devices differ; this device was not let in.',
  'checkCodeWrong.theirs': 'The six digits on the two devices differ.',
  'tooManyTries.mine': 'Too many tries. Wait a few minutes and try again.',
  'tooManyTries.theirs': 'A device tried too often.',
  'hold.rosterChanged.mine':
    'The roster changed before this was sent; the secretary will look at it and decide.',
  'hold.rosterChanged.theirs': 'This was written before the roster changed.',
  'hold.deviceRevoked.mine': 'This device was revoked; the secretary will look at what it had not sent.',
  'hold.deviceRevoked.theirs': 'This comes from a revoked device.',
  'hold.appTooOld.mine':
    'The version on this device is too old; the secretary will look at what was sent. Please update.',
  'hold.appTooOld.theirs': 'This was written with a version that is too old.',
} as const
