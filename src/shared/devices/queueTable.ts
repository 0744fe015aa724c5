import { scenarioTitles } from '../scenarios/scenarioWords.ts';
import { deviceTitle } from './deviceTitle.ts';
import type { DeviceView } from './deviceView.ts';
import { nextStepTitle } from './nextStepWords.ts';
import { queueColumnTitles, type QueueColumn } from './queueColumn.ts';
import { benchWords, enrollmentWords, profileWords, registrationWords, resealWords } from './statusWords.ts';
import { useByOf } from './useBy.ts';

type OneColumn = Exclude<QueueColumn, 'statuses'>;

interface Cell {
  /** As programs read it; an instant as ISO 8601. */
  readonly value: (device: DeviceView) => string | null;
  /** As people read it, where that is something else. */
  readonly words?: (device: DeviceView) => string | null;
}

const cells: Readonly<Record<OneColumn, Cell>> = {
  serialNumber: { value: (device) => device.serialNumber, words: deviceTitle },
  manufacturer: { value: (device) => device.manufacturer },
  model: { value: (device) => device.model },
  nextStep: { value: (device) => device.nextStep.code, words: (device) => nextStepTitle(device.nextStep) },
  registration: { value: (device) => device.registration, words: (device) => registrationWords[device.registration] },
  profile: { value: (device) => device.profile, words: (device) => profileWords[device.profile] },
  bench: { value: (device) => device.bench, words: (device) => benchWords[device.bench] },
  enrollment: { value: (device) => device.enrollment, words: (device) => enrollmentWords[device.enrollment] },
  reseal: { value: (device) => device.reseal, words: (device) => resealWords[device.reseal] },
  groupTag: { value: (device) => device.groupTag },
  assignedUser: { value: (device) => device.assignedUser },
  deviceName: { value: (device) => device.deviceName },
  profileName: { value: (device) => device.profileName },
  scenario: { value: (device) => device.scenario.name, words: (device) => scenarioTitles[device.scenario.name] },
  shelf: { value: (device) => device.shelf },
  batch: { value: (device) => device.batchName },
  orderNumber: { value: (device) => device.orderNumber },
  purchaseOrder: { value: (device) => device.purchaseOrder ?? device.purchaseOrderInFile },
  created: { value: (device) => device.createdAt },
  resealed: { value: (device) => device.resealedAt },
  useBy: { value: (device) => useByOf(device.due) },
  updated: { value: (device) => device.updatedAt },
};

const five = ['registration', 'profile', 'bench', 'enrollment', 'reseal'] as const;

/** The columns as a file has them: each status in one of its own, and no column twice. */
export function plainColumns(columns: readonly QueueColumn[]): readonly OneColumn[] {
  return [...new Set(columns.flatMap((column): readonly OneColumn[] => (column === 'statuses' ? five : [column])))];
}

/** The line on top of a table for people. */
export const headOf = (columns: readonly QueueColumn[]): readonly string[] =>
  plainColumns(columns).map((column) => queueColumnTitles[column]);

/** A device as a line of a table for people, in the order of the columns; empty cells are null. */
export const lineOf = (device: DeviceView, columns: readonly QueueColumn[]): readonly (string | null)[] =>
  plainColumns(columns).map((column) => (cells[column].words ?? cells[column].value)(device));

/** A device as an object for programs, with the columns as its fields, in their order. */
export const fieldsOf = (
  device: DeviceView,
  columns: readonly QueueColumn[],
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(plainColumns(columns).map((column) => [column, cells[column].value(device)]));
