import type { DeviceRecord } from '../devices/device.ts';
import { findBenchError, type BenchError, type BenchRemedy } from './benchErrors.ts';

/** An error after which another start would fail again, until something else has been done. */
export type FailureStop = BenchError & { readonly act: Exclude<BenchRemedy, 'retryBench'> };

/**
 * What the error of a device's failed technician flow asks for before another start; null where a retry may help, the error is
 * not known, or Microsoft has told since that it is done.
 */
export function failureStopOf(device: DeviceRecord): FailureStop | null {
  if (device.bench !== 'failed') return null;
  const known = findBenchError(String(device.benchError?.code ?? ''));
  if (known === null || !isStop(known) || isDone(known.act, device)) return null;
  return known;
}

function isStop(known: BenchError): known is FailureStop {
  return known.act !== 'retryBench';
}

/** Whether Microsoft shows what was asked for, and shows it since the failure. What is done at the device shows nowhere. */
function isDone(act: FailureStop['act'], device: DeviceRecord): boolean {
  const { benchEndedAt } = device;
  const isSinceFailure = (at: string | null): boolean => at !== null && benchEndedAt !== null && at > benchEndedAt;
  switch (act) {
    case 'deregister':
      return device.registration === 'registered' && isSinceFailure(device.registrationAt);
    case 'unblock':
      return (
        (device.enrollment === 'notEnrolled' && isSinceFailure(device.enrollmentAt)) ||
        (device.enrollmentDetail === 'allowed' && isSinceFailure(device.microsoftReadAt))
      );
    case 'fixProfile':
      return device.profileAllowsPreProvisioning === true && isSinceFailure(device.profileAssignedAt);
    case 'updateFirmware':
    case 'updateWindows':
    case 'askAdministrator':
      return false;
  }
}
