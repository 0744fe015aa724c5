import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import { isOverdue, waitOf, type Wait } from '../../../shared/device/waits.ts';

export interface WaitingDevice {
  readonly device: DeviceView;
  readonly wait: Wait;
}

/** What a person at the bench looks at: what runs in its time, what lasts too long, and whose user flow window closes. */
export interface BenchBoard {
  readonly running: readonly WaitingDevice[];
  readonly overdue: readonly WaitingDevice[];
  readonly closing: readonly DeviceView[];
}

/** Sorts devices that wait; the longest wait comes first. */
export function benchBoardOf(devices: readonly DeviceView[], now: Date): BenchBoard {
  const waiting = devices
    .flatMap((device) => {
      const wait = waitOf(device);
      return wait === null ? [] : [{ device, wait }];
    })
    .toSorted((one, other) => one.wait.since.localeCompare(other.wait.since));
  return {
    running: waiting.filter(({ device, wait }) => device.bench === 'running' && !isOverdue(wait, now)),
    overdue: waiting.filter(({ wait }) => isOverdue(wait, now)),
    closing: devices
      .filter(({ due }) => due.state === 'closing')
      .toSorted((one, other) => (one.due.notAfter ?? '').localeCompare(other.due.notAfter ?? '')),
  };
}
