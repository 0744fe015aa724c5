import type { HeldField } from '../../shared/assignment/heldValue.ts';
import type { ListEffect } from '../../shared/assignment/listedChange.ts';
import { listEffectWords } from '../../shared/assignment/listWords.ts';
import { countWords } from './countWords.ts';
import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

/** Changing devices by a list of serial numbers. */
export const listText = {
  act: 'Change from a list',
  alsoCalled: 'paste serial numbers, spreadsheet, CSV, many users',
  title: 'What the list changes',
  emptyTitle: 'Change devices from a list',
  paste: 'Paste the list here',
  pasteHint:
    'Serial numbers, alone or with user, group tag, device name, purchase order: copied from a spreadsheet, or as CSV. Nothing is changed before you have seen it.',
  compare: 'Show what it changes',
  chooseFile: 'Choose a file',
  dropNow: 'Let go to read it',
  another: 'Paste another',
  tooLarge: 'The list is larger than 2 MB.',
  tooLargeRemedy: 'Apply it in parts.',
  counts: (name: string | null, at: string, lines: number, fields: readonly HeldField[]) =>
    `${name ?? 'pasted'} at ${formatter.instant(at)}, ${formatter.count(lines, 'line', 'lines')}: ${[
      'serial number',
      ...fields.map((field) => names[field].toLowerCase()),
    ].join(', ')}`,
  effectNames: {
    spared: 'Spared',
    notPossible: 'Not possible',
    add: 'Add',
    change: 'Change',
    same: 'Already so',
    notInQueue: 'Not in the queue',
  } satisfies Readonly<Record<ListEffect, string>>,
  filters: 'Kinds of lines',
  table: 'Lines of the list',
  columns: { effect: 'What happens', serialNumber: 'Serial number', why: 'Why', apply: 'Apply' },
  fields: {
    groupTag: 'Group tag',
    assignedUser: 'User',
    deviceName: 'Name',
    purchaseOrder: 'Purchase order',
  } satisfies Readonly<Record<HeldField, string>>,
  none: 'none',
  stays: (after: string) => `stays, not ${after}`,
  overwrite: 'overwrite',
  overwriteOf: (serialNumber: string) => `Overwrite ${serialNumber}`,
  applyOf: (serialNumber: string) => `Apply to ${serialNumber}`,
  overwriteAll: (number: number) => `Overwrite all ${formatter.number(number)} spared`,
  bar: 'Apply the list',
  apply: (number: number) => `Apply to ${devicesText(number)}`,
  nothing: 'Nothing to apply',
  stay: (number: number) =>
    number === 0
      ? ''
      : `${formatter.count(number, 'device', 'devices')} with other people’s values ${number === 1 ? 'stays as it is' : 'stay as they are'}.`,
  save: 'Save what is left out',
  select: (number: number) => `Select ${formatter.number(number)}`,
  selectLong: (number: number) => `Select ${devicesText(number)} in the queue`,
  discard: 'Discard',
  isList: 'No hardware hash, but serial numbers: this list can change devices that are in the queue.',
  use: 'Change devices by it',
  applied: (changed: number, rest: Readonly<Partial<Record<ListEffect | 'leftOut', number>>>) => {
    const left = countWords({ ...listEffectWords, leftOut: 'left out' }, rest);
    return `${devicesText(changed)} changed${left === '' ? '' : `; ${left}`}.`;
  },
} as const;

const names = listText.fields;

/** An act on many devices that can be taken back. */
export const takeBackText = {
  done: (number: number) => `Taken back for ${devicesText(number)}.`,
  sent: (number: number) => `${devicesText(number)} ${number === 1 ? 'was' : 'were'} sent to Microsoft already.`,
  changed: (number: number) => `${devicesText(number)} ${number === 1 ? 'has' : 'have'} another value by now.`,
} as const;
