import { z } from 'zod';
import { scenarioObjectOf } from '../scenarios/scenarios.ts';
import { instant, type DeviceRecord } from '../devices/device.ts';

const MINUTE_MS = 60_000;
/** The user flow should not begin earlier: tokens of the technician flow need time. "Windows Autopilot for pre-provisioned deployment", user flow tip. */
export const USER_FLOW_NOT_BEFORE_MINUTES = 90;
/** After six months the certificates of the Intune Management Extension may have expired. Same page. */
const USER_FLOW_MONTHS = 6;
const WARNING_MONTHS = 5;

/** The time in which the user should start the device for the first time. */
export const userFlowWindow = z.object({
  /** none: no technician flow has ended well · tooEarly · open · closing: over in less than a month · closed · done */
  state: z.enum(['none', 'tooEarly', 'open', 'closing', 'closed', 'done']),
  notBefore: instant,
  warnAfter: instant,
  notAfter: instant,
});
export type UserFlowWindow = z.infer<typeof userFlowWindow>;

/** The same day and time some calendar months later; the month's last day where that day does not exist. */
function addMonths(from: Date, months: number): Date {
  const moved = new Date(from);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (moved.getUTCDate() !== from.getUTCDate()) moved.setUTCDate(0);
  return moved;
}

/** The two clocks that run from the end of a successful technician flow. */
export function userFlowWindowOf(device: DeviceRecord, now: Date): UserFlowWindow {
  const { hasUserFlowWindow } = scenarioObjectOf(device);
  if (!hasUserFlowWindow || device.bench !== 'succeeded' || device.benchEndedAt === null) {
    return { state: 'none', notBefore: null, warnAfter: null, notAfter: null };
  }
  const ended = new Date(device.benchEndedAt);
  const notBefore = new Date(ended.getTime() + USER_FLOW_NOT_BEFORE_MINUTES * MINUTE_MS);
  const warnAfter = addMonths(ended, WARNING_MONTHS);
  const notAfter = addMonths(ended, USER_FLOW_MONTHS);
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
