import { userFlowWindowOf } from '../bench/userFlowWindowOf.ts';
import type { DeviceRecord } from '../devices/device.ts';
import { deviceTitle } from '../devices/deviceTitle.ts';
import { scenarioOf } from '../scenarios/scenarioOf.ts';
import { scenarioTitles } from '../scenarios/scenarioWords.ts';

/** What a customer is told of one device. Times are ISO 8601; what is not known, or has not happened, is null. */
export interface ReportRow {
  readonly serialNumber: string;
  readonly model: string | null;
  readonly scenario: string;
  readonly result: string;
  readonly errorCode: string | null;
  readonly finishedAt: string | null;
  readonly resealedAt: string | null;
  readonly shippedAt: string | null;
  readonly mustBeUsedBy: string | null;
  readonly user: string | null;
}

const results: Readonly<Record<DeviceRecord['bench'], string>> = {
  notStarted: 'Not started',
  running: 'Running',
  succeeded: 'Succeeded',
  failed: 'Failed',
};

export function reportRowOf(device: DeviceRecord, now: Date): ReportRow {
  return {
    serialNumber: deviceTitle(device),
    model: [device.manufacturer, device.model].filter((part) => part !== null).join(', ') || null,
    scenario: scenarioTitles[scenarioOf(device).name],
    result: results[device.bench],
    errorCode: codeOf(device),
    finishedAt: device.benchEndedAt,
    resealedAt: device.resealedAt,
    shippedAt: device.shippedAt,
    mustBeUsedBy: userFlowWindowOf(device, now).notAfter,
    user: device.assignedUser,
  };
}

const codeOf = ({ benchError }: DeviceRecord): string | null => {
  const code = benchError?.code ?? null;
  return code === null ? null : String(code);
};

/** Whether a device came with an order, as the file or Microsoft names it. */
export const isOfOrder = ({ orderNumber, purchaseOrder, purchaseOrderInFile }: DeviceRecord, order: string): boolean =>
  [orderNumber, purchaseOrder, purchaseOrderInFile].some((one) => one?.toLowerCase() === order.toLowerCase());

/** Its headings, in their order. */
export const reportHeadings: Readonly<Record<keyof ReportRow, string>> = {
  serialNumber: 'Serial number',
  model: 'Model',
  scenario: 'Scenario',
  result: 'Result',
  errorCode: 'Code',
  finishedAt: 'Finished',
  resealedAt: 'Resealed',
  shippedAt: 'Shipped',
  mustBeUsedBy: 'Must be used by',
  user: 'User',
};

/** The columns of a report. */
export const reportColumns = (withUsers: boolean): readonly (keyof ReportRow)[] => [
  ...(['serialNumber', 'model', 'scenario', 'result', 'errorCode', 'finishedAt', 'resealedAt'] as const),
  ...(['shippedAt', 'mustBeUsedBy'] as const),
  ...(withUsers ? (['user'] as const) : []),
];
