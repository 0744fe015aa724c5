import type { DeviceRecord } from '../devices/device.ts';

type Known = Pick<
  DeviceRecord,
  'pageScannedAt' | 'registration' | 'registrationAt' | 'profile' | 'profileAt' | 'microsoftReadAt'
>;

/**
 * Since when the code on a device's Autopilot page proves that a profile is on it; null where it proves nothing. The page comes
 * only on a registered device that has fetched its profile, but the code names neither the profile nor what it allows, and says
 * nothing of the TPM. What Microsoft tells afterwards outranks it.
 * Source: "Windows Autopilot for pre-provisioned deployment" (the page shows the assigned profile and the code).
 */
export function pageEvidenceOf(device: Known): string | null {
  const { pageScannedAt, registration, registrationAt, profile, profileAt, microsoftReadAt } = device;
  if (pageScannedAt === null || registration !== 'registered' || profile === 'failed') return null;
  const isNewest = [registrationAt, profileAt, microsoftReadAt].every((at) => at === null || at <= pageScannedAt);
  return isNewest ? pageScannedAt : null;
}

/**
 * When that code was scanned, where it alone tells that the device is registered; null where Microsoft told it, which always
 * says under which serial number.
 */
export function registeredByPageAt({
  pageScannedAt,
  registration,
  registeredSerialNumber,
  microsoftReadAt,
}: Pick<DeviceRecord, 'pageScannedAt' | 'registration' | 'registeredSerialNumber' | 'microsoftReadAt'>): string | null {
  const isTold = registration !== 'registered' || microsoftReadAt !== null || registeredSerialNumber !== null;
  return isTold ? null : pageScannedAt;
}
