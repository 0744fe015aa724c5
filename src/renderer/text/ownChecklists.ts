import type { ChecklistRole, ChecklistTemplate } from '../../shared/checklists/checklist.ts';
import { formatter } from './formatter.ts';

const roles: Readonly<Record<ChecklistRole, string>> = {
  administrator: 'Administrator',
  oem: 'Maker or partner',
  technician: 'Technician',
  user: 'User',
  automatic: 'Windows',
};

function changeWords(added: number, removed: number, changed: number): string {
  const steps = (count: number) => formatter.count(count, 'step', 'steps');
  return [
    ...(added === 0 ? [] : [`${steps(added)} more`]),
    ...(removed === 0 ? [] : [`${steps(removed)} fewer`]),
    ...(changed === 0 ? [] : [`${steps(changed)} said otherwise`]),
    ...(added + removed + changed === 0 ? ['the same steps in another order or under another title'] : []),
  ].join(', ');
}

export const ownChecklistsText = {
  title: 'Lists of this lab',
  open: 'Lists of this lab',
  back: 'All checklists',
  backToLists: 'All lists',
  own: 'Made by this lab',
  none: 'There is none yet. Copy one of Reseal’s, or take in a file of another lab.',
  ours: 'Of Reseal',
  takeIn: 'Take in a file',
  takenIn: (title: string) => `“${title}” is taken in.`,
  steps: ({ blocks }: ChecklistTemplate) =>
    formatter.count(
      blocks.reduce((sum, { items }) => sum + items.length, 0),
      'step',
      'steps',
    ),
  copyOf: (title: string) => `A copy of “${title}”`,
  fromNothing: 'From a file',
  changed: (by: string) => `changed by ${by}`,
  newer: (version: number, added: number, removed: number, changed: number) =>
    `Reseal’s list has a newer version (${version}): ${changeWords(added, removed, changed)}.`,
  copy: 'Copy',
  copyNamed: (title: string) => `Copy “${title}”`,
  copyTitle: (title: string) => `${title} (this lab)`,
  change: 'Change',
  changeNamed: (title: string) => `Change “${title}”`,
  save: 'Save as a file',
  saveNamed: (title: string) => `Save “${title}” as a file`,
  remove: 'Remove',
  removeNamed: (title: string) => `Remove “${title}”`,
  removed: (title: string) => `“${title}” is removed. Sheets that were begun with it go on.`,
  gone: 'This list is not there any more.',
  saved: 'Saved. Sheets in progress stay as they are, and offer the new version.',
  version: (version: number) => `Version ${version}`,
  rename: 'Rename',
  name: 'What it is called',
  addStep: 'Add a step',
  addStepTo: (block: string) => `Add a step to ${block}`,
  up: (title: string) => `Move up: ${title}`,
  down: (title: string) => `Move down: ${title}`,
  edit: (title: string) => `Change the step: ${title}`,
  removeStep: (title: string) => `Remove the step: ${title}`,
  stepTitle: 'What is to be reached',
  stepTitleHint: 'As a state, not as an order: “The device is on”.',
  where: 'Where',
  doneWhen: 'Done when',
  who: 'Who does it',
  roles,
  need: 'When it is due',
  needs: { required: 'Always', optional: 'As one likes', conditional: 'Only in a case' },
  condition: 'In which case',
  hints: 'Hints, one a line',
  commands: 'Commands to copy, one a line',
  evidence: 'Ticked by a fact',
  noEvidence: 'By nobody but a person',
  gate: 'A gate: nothing after it is ticked before it',
  missing: 'Fill this in.',
  saveStep: 'Save',
  newTitle: 'A new step',
  editTitle: (id: string) => `Step ${id}`,
} as const;

export const newerText = {
  title: (version: number) => `The list has a newer version (${version}).`,
  words: (added: number, removed: number, changed: number) =>
    `${changeWords(added, removed, changed)}. What is ticked stays.`,
  take: 'Go on with it',
} as const;
