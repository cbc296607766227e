export const meetingHanding = {
  title: 'Hand to another phone',
  heading: 'Battery nearly empty?',
  body: 'The deputy’s or the minute-taker’s phone goes on from the last thing entered, without any network. Everything entered here stays.',
  file: 'Send a file to the other phone',
  fileBody: 'Bluetooth, Quick Share or a messenger will do.',
  saved: 'Saved the file {name}',
  codes: 'Let the other phone scan codes',
  codesBody:
    'Hold this screen before the other phone’s camera and keep still. The codes change by themselves; missing a few does not matter.',
  codesCount: '{n} codes, about {s} seconds',
  codeLabel: 'Running code',
  stop: 'Stop',
  noCertificate: 'This phone cannot hand over yet',
  noCertificateBody:
    'It has to be online once, so that the server says whose phone it is. After that no network is needed.',
  making: 'Packing…',
  only: 'Only phones of members of the cell can open it. Do not send it to others.',
  takeTitle: 'Take over from another phone',
  takeHeading: 'Go on with another phone’s meeting',
  takeBody: 'Open the meeting on the other phone, press “Hand to another phone”, then choose a way below.',
  chooseFile: 'Choose the file you got',
  scan: 'Scan codes with the camera',
  scanning: 'Bring the code on the other phone into the frame.',
  scanned: '{got} of {of} parts read',
  noCamera: 'The camera of this phone does not open. Use the file instead.',
  notAllowed: 'The browser does not allow the camera. Allow it and try again, or use the file.',
  taken: 'Taken over',
  takenBody:
    '{n} entries of {names}. They say “waits for the server”; once there is a network the server confirms them for both phones.',
  takenNothing: 'This phone has all of that already.',
  goOn: 'To the meeting',
  meetings: 'To the list of meetings',
  'trouble.notABundle':
    'This file or code is not from Sổ Chi bộ, or was damaged on its way. Hand it over once more.',
  'trouble.otherBook': 'This belongs to another server, not to that of your commune.',
  'trouble.notMine': 'You are not a member of the cell of this meeting.',
  'trouble.notBelieved':
    'The signature is wrong, so nothing was taken. Hand it over again from the phone that made it.',
  waits:
    '{n} entry from another phone waits for the server | {n} entries from other phones wait for the server',
}
