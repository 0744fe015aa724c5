import { LONGEST_DEVICE_NAME } from '../../shared/assignment/lengths.ts';
import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

export const assignmentText = {
  assignUser: 'Assign user',
  assignTitle: (number: number) => (number === 1 ? 'Assign a user' : `Assign a user to ${devicesText(number)}`),
  assign: 'Assign',
  kiosksLeftOut: (number: number) =>
    `${formatter.count(number, 'kiosk', 'kiosks')} left out: Windows ignores an assigned user in self-deploying mode.`,
  insist: 'Assign all the same',
  unassignUser: 'Take the user away',
  unassignUsers: 'Take the users away',
  noUser: 'No user is assigned.',
  unassignTitle: (number: number) =>
    number === 1 ? 'Take the user away?' : `Take the users of ${devicesText(number)} away?`,
  unassignSentence: 'Whoever signs in first becomes the user then. Assign a user to undo it.',
  unassign: 'Take away',
  directory: 'Search the directory, or type the whole user principal name',
  directoryHint: 'Type a name.',
  directoryNone: 'Nobody in the directory has this name.',
  directoryResults: 'People found',
  disabled: 'Sign-in blocked',
  unlicensed: 'No licence',
  setGroupTag: 'Set group tag',
  tagTitle: (number: number) => (number === 1 ? 'Set the group tag' : `Set the group tag of ${devicesText(number)}`),
  tag: 'Group tag',
  tagHint: 'Dynamic groups and so the profile may depend on it. Leave it empty to take the tag away.',
  setTag: 'Set tag',
} as const;

export const renameText = {
  act: 'Rename',
  title: (serialNumber: string) => `Rename ${serialNumber}`,
  field: 'Device name',
  hint: `Up to ${LONGEST_DEVICE_NAME} letters, digits and hyphens. For Microsoft Entra join only.`,
} as const;

export const namesText = {
  act: 'Set names',
  title: (number: number) => `Name ${devicesText(number)}`,
  confirm: (number: number) => `Name ${devicesText(number)}`,
  pattern: 'Pattern',
  patternHint: `%SERIAL% is the serial number, %SERIAL:7% its last 7 characters, %NUMBER:3% counts with 3 digits. Up to ${LONGEST_DEVICE_NAME} characters in all. For Microsoft Entra join only.`,
  firstNumber: 'First number',
  examples: 'So they will be named',
  more: (number: number) => `and ${formatter.number(number)} more`,
  ignored: (number: number) =>
    `Windows ignores the name of ${devicesText(number)}: with Microsoft Entra hybrid join the domain join profile names them, and device preparation takes none.`,
  problems: (number: number) => `${devicesText(number)} cannot be named so:`,
} as const;
