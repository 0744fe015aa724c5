import { scenarioObjectOf } from '../scenarios/scenarios.ts';
import type { DeviceRecord } from '../devices/device.ts';
import {
  USER_FLOW_MONTHS,
  USER_FLOW_NOT_BEFORE_MINUTES,
  WARNING_MONTHS,
  type UserFlowWindow,
} from './userFlowWindow.ts';

const MINUTE_MS = 60_000;

/** The same day and time some calendar months later; the month's last day where that day does not exist. */
function addMonths(from: Date, months: number): Date {
  const moved = new Date(from);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (moved.getUTCDate() !== from.getUTCDate()) moved.setUTCDate(0);
  return moved;
}

/** When the user must have started the device at the latest, where its technician flow ended then. */
export const mustBeUsedBy = (ended: Date): Date => addMonths(ended, USER_FLOW_MONTHS);

/** The two clocks that run from the end of a successful technician flow. */
export function userFlowWindowOf(device: DeviceRecord, now: Date): UserFlowWindow {
  const { hasUserFlowWindow } = scenarioObjectOf(device);
  if (!hasUserFlowWindow || device.bench !== 'succeeded' || device.benchEndedAt === null) {
    return { state: 'none', notBefore: null, warnAfter: null, notAfter: null };
  }
  const ended = new Date(device.benchEndedAt);
  const notBefore = new Date(ended.getTime() + USER_FLOW_NOT_BEFORE_MINUTES * MINUTE_MS);
  const warnAfter = addMonths(ended, WARNING_MONTHS);
  const notAfter = mustBeUsedBy(ended);
  return {
    state: stateAt(device, now, notBefore, warnAfter, notAfter),
    notBefore: notBefore.toISOString(),
    warnAfter: warnAfter.toISOString(),
    notAfter: notAfter.toISOString(),
  };
}

function stateAt(
  device: Pick<DeviceRecord, 'reseal'>,
  now: Date,
  notBefore: Date,
  warnAfter: Date,
  notAfter: Date,
): UserFlowWindow['state'] {
  if (device.reseal === 'userFlowDone') return 'done';
  if (now < notBefore) return 'tooEarly';
  if (now >= notAfter) return 'closed';
  return now >= warnAfter ? 'closing' : 'open';
}
