import { LONGEST_DEVICE_NAME } from '../../shared/assignment/lengths.ts';
import type { HeldField, SentField } from '../../shared/assignment/heldValue.ts';
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

const fieldNames: Readonly<Record<HeldField, string>> = {
  groupTag: 'Group tag',
  assignedUser: 'User',
  deviceName: 'Name',
  purchaseOrder: 'Purchase order',
};

/** Where Microsoft holds something else than is wished here. */
export const differencesText = {
  label: 'What differs from Microsoft',
  fields: fieldNames,
  take: 'Take theirs',
  send: 'Send ours',
  titles: { take: 'Take what Microsoft holds?', send: 'Send what is wished here?' },
  nothing: 'Microsoft holds what is wished here.',
  none: 'Of these devices Microsoft holds what is wished here, or a change is on its way.',
  found: (devices: number) => `${formatter.count(devices, 'device differs', 'devices differ')}:`,
  count: (field: HeldField, devices: number, empty: number) =>
    `${fieldNames[field]} of ${devicesText(devices)}${empty === 0 ? '' : ` (${formatter.number(empty)} will be empty)`}`,
  hints: {
    take: 'Nothing is sent. What was wished here stays in the history; addresses of people do not.',
    send: 'Microsoft’s values are replaced. What is not sent yet can be cancelled in Activity.',
  },
  taken: (devices: number) => `Microsoft’s values taken for ${devicesText(devices)}.`,
  partnerOnly: 'Nobody but the partner who registers a device can change it at Microsoft.',
  filter: 'Differs from Microsoft',
  onItsWay: {
    groupTag: 'Group tag on its way',
    assignedUser: 'User on its way',
    deviceName: 'Name on its way',
    purchaseOrder: 'Purchase order on its way',
  },
  wished: {
    groupTag: 'Group tag wished here',
    assignedUser: 'User wished here',
    deviceName: 'Name wished here',
    purchaseOrder: 'Purchase order in the file',
  },
  cleared: 'none',
} as const;

const otherNames: Readonly<Record<SentField, string>> = {
  assignedUser: 'another user',
  groupTag: 'another group tag',
  deviceName: 'a name',
};

/** Whether an act on many devices leaves those that have another value. */
export const sparingText = {
  have: (field: SentField, devices: number) =>
    `${formatter.number(devices)} of them ${devices === 1 ? 'has' : 'have'} ${otherNames[field]}`,
  leave: (devices: number) => (devices === 1 ? 'Leave it as it is' : 'Leave them as they are'),
  overwrite: (devices: number) => (devices === 1 ? 'Overwrite it' : `Overwrite all ${formatter.number(devices)}`),
} as const;
