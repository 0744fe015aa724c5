import { z } from 'zod';
import type { DeviceView } from '../devices/deviceView.ts';
import { deviceTitle } from '../devices/deviceTitle.ts';
import { scenarioTitles } from '../scenarios/scenarioWords.ts';

/** What a list of devices is divided by: the batch that they came with, or their users. */
export const groupedBy = z.enum(['box', 'user']);
export type GroupedBy = z.infer<typeof groupedBy>;

/** What is told of one device that is handed over. Times are ISO 8601; what is not known is null. */
export interface HandoverRow {
  readonly box: string | null;
  readonly user: string | null;
  readonly serialNumber: string;
  readonly model: string | null;
  readonly deviceName: string | null;
  readonly scenario: string;
  readonly notBefore: string | null;
  readonly mustBeUsedBy: string | null;
}

/** The columns with their headings. */
export const handoverHeadings: Readonly<Record<keyof HandoverRow, string>> = {
  box: 'Box',
  user: 'User',
  serialNumber: 'Serial number',
  model: 'Model',
  deviceName: 'Device name',
  scenario: 'Scenario',
  notBefore: 'Not before',
  mustBeUsedBy: 'Must be used by',
};
const allColumns = Object.keys(handoverHeadings).filter((name): name is keyof HandoverRow => name in handoverHeadings);

/** The columns of a list: users only where they are named. */
export const handoverColumns = (namesUsers: boolean): readonly (keyof HandoverRow)[] =>
  allColumns.filter((column) => namesUsers || column !== 'user');

export interface HandoverGroup<Row extends HandoverRow = HandoverRow> {
  /** The batch or the user; null for devices without one. */
  readonly name: string | null;
  readonly rows: readonly Row[];
}

export const handoverRowOf = (device: DeviceView): HandoverRow => ({
  box: device.batchName,
  user: device.assignedUserName ?? device.assignedUser,
  serialNumber: deviceTitle(device),
  model: [device.manufacturer, device.model].filter((part) => part !== null).join(', ') || null,
  deviceName: device.deviceName,
  scenario: scenarioTitles[device.scenario.name],
  notBefore: device.due.notBefore,
  mustBeUsedBy: device.due.notAfter,
});

/** The devices of each box or user, by name; those without one come last. Within a group they keep their order. */
export function handoverGroups<Row extends HandoverRow>(
  rows: readonly Row[],
  by: GroupedBy,
): readonly HandoverGroup<Row>[] {
  const groups = [...Map.groupBy(rows, (row) => row[by])].map(([name, own]) => ({ name, rows: own }));
  return groups.sort((one, other) => {
    if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null);
    return one.name.localeCompare(other.name, 'en', { numeric: true });
  });
}
