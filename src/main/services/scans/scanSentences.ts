import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { Scan } from '../../../shared/scans/scan.ts';
import { nextStepTitle } from '../../../shared/devices/nextStepWords.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';

const MINUTE_MS = 60_000;

/** Short enough to be read from two metres: which device, and what comes next. */
export function foundSentence(device: DeviceView): string {
  return `${deviceTitle(device)}. Next: ${nextStepTitle(device.nextStep)}.`;
}

/**
 * A result code that was recorded. @param elapsedMs the length of the technician flow; null where its start is not known
 */
export function recordedSentence(device: DeviceView, elapsedMs: number | null): string {
  const { bench, nextStep } = device;
  const outcome = bench === 'succeeded' ? 'succeeded' : 'failed';
  const time = elapsedMs === null ? '' : ` after ${Math.max(1, Math.round(elapsedMs / MINUTE_MS))} min`;
  return `${deviceTitle(device)} ${outcome}${time}. Next: ${nextStepTitle(nextStep)}.`;
}

/** A result code that changed nothing: why, and what the technician decides. */
export function unappliedSentence({ result }: Scan, device: DeviceView): string {
  const { bench, nextStep } = device;
  const name = deviceTitle(device);
  const outcome = result === 'success' ? 'succeeded' : 'failed';
  if (bench === outcome) return `${name} is recorded as ${outcome} already. Next: ${nextStepTitle(nextStep)}.`;
  return bench === 'running'
    ? `${name}: the code says ${outcome}. Nothing is recorded yet.`
    : `${name}: the code says ${outcome}, but no technician flow is running here. Record its start first?`;
}

/** A device of another tenant's queue: registered in the wrong tenant, it is another customer's. */
export function otherTenantSentence(device: DeviceRecord, tenantName: string): string {
  return `Stop: ${deviceTitle(device)} belongs to ${tenantName}.`;
}

/** A code of which no device of any queue is known, by what the code says about itself. */
export function notFoundSentence({ kind, serialNumber }: Scan): string {
  if (kind === 'product-key-id') return 'No device in the queue has this product key ID. Scan the serial number.';
  const name = serialNumber ?? 'This device';
  return kind === 'autopilot' || kind === 'autopilot-result'
    ? `${name} is registered with Autopilot, but not in this queue. Import it first.`
    : `${name} is not in the queue. Import it first.`;
}

/** A ZTDID that the active tenant does not know: the device may be another customer's. */
export function notInTenantSentence(serialNumber: string | null, tenantName: string): string {
  const name = serialNumber ?? 'this device';
  return `Stop: ${name} is not registered in ${tenantName} by the ZTDID of this code; it may be another customer’s. Do not start it, and ask whose it is.`;
}

/** A device that the tenant has and the queue has not. */
export function inTenantSentence(
  { serialNumber, profileStatus, deploymentProfile }: AutopilotDevice,
  tenantName: string,
): string {
  const profile =
    deploymentProfile === null ? `profile ${profileStatus ?? 'unknown'}` : `profile “${deploymentProfile.displayName}”`;
  return `${serialNumber ?? 'The device'} is registered in ${tenantName} (${profile}), but not in this queue. Import it first.`;
}

/** The serial number is in the queue with another ZTDID than the code's. */
export function otherZtdIdSentence(device: DeviceRecord, tenantName: string, isInTenant: boolean): string {
  return isInTenant
    ? `${deviceTitle(device)}: ${tenantName} has it under another ZTDID than this queue; it was registered anew. Refresh the tenant, then scan again.`
    : `${deviceTitle(device)}: the code’s ZTDID is not the one in the queue, and Microsoft could not be asked whose it is. Do not start it; scan again when the network is there.`;
}
