import type { DeviceRecord } from '../devices/device.ts';

/**
 * Whether Intune shows that somebody works on a device: enrolled, and in contact after it was resealed, which switches it
 * off. Nothing may advise to reset such a device.
 */
export function isInUse({
  enrollment,
  lastContactAt,
  resealedAt,
}: Pick<DeviceRecord, 'enrollment' | 'lastContactAt' | 'resealedAt'>): boolean {
  return enrollment === 'enrolled' && resealedAt !== null && lastContactAt !== null && lastContactAt > resealedAt;
}

/**
 * Whether nothing shows that a device went into use before its time was over. Of a shipped device that is known only when
 * Microsoft was asked since; one that never left the bench is not in use.
 */
export function isSurelyUnused(
  device: Pick<DeviceRecord, 'enrollment' | 'lastContactAt' | 'resealedAt' | 'shippedAt' | 'microsoftReadAt'>,
  notAfter: string | null,
): boolean {
  if (isInUse(device)) return false;
  const { microsoftReadAt, shippedAt } = device;
  return shippedAt === null || (notAfter !== null && microsoftReadAt !== null && microsoftReadAt >= notAfter);
}
