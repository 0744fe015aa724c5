import type { DeviceRecord } from '../devices/device.ts';

type Bench = Pick<DeviceRecord, 'bench' | 'benchEndedAt' | 'resealedAt'>;
type Told = Bench &
  Pick<
    DeviceRecord,
    'enrollment' | 'lastContactAt' | 'intuneEnrolledAt' | 'intuneContactAt' | 'intuneHasUser' | 'intuneReadAt'
  >;

const DAY_MS = 24 * 60 * 60_000;
/** A device without contact for so long is not in use any more: Intune's compliance policies count so by default. */
const STALE_AFTER_DAYS = 30;
/** What Microsoft's clock and the bench's may differ, and how late the last sync of the technician flow may be told. */
const SAME_TIME_MS = 60 * 60_000;

/**
 * Whether somebody works on a device, as far as Microsoft tells. Nothing may advise to reset such a device, or to delete its
 * records. A contact well after the reseal, which switches it off, is a sign by itself; else Intune must know its user.
 */
export function isInUse(device: Told): boolean {
  const { bench, enrollment, resealedAt, lastContactAt } = device;
  if (bench === 'running') return false;
  const isSwitchedOn =
    resealedAt !== null && lastContactAt !== null && Date.parse(lastContactAt) - Date.parse(resealedAt) > SAME_TIME_MS;
  return (enrollment === 'enrolled' && isSwitchedOn) || isUsedByUser(device);
}

/** Whether Intune has a primary user for it, and was in contact with it since the bench; of one that was never there, lately. */
export function isUsedByUser(device: Told): boolean {
  const { benchEndedAt, resealedAt, intuneEnrolledAt, intuneContactAt, intuneHasUser, intuneReadAt } = device;
  if (intuneHasUser !== true || intuneEnrolledAt === null || intuneContactAt === null) return false;
  const leftAt = resealedAt ?? benchEndedAt;
  if (leftAt !== null) return intuneContactAt > leftAt;
  const silentMs = Date.parse(intuneReadAt ?? intuneContactAt) - Date.parse(intuneContactAt);
  return silentMs <= STALE_AFTER_DAYS * DAY_MS;
}

/**
 * Whether nothing shows that a device went into use before its time was over. Of a shipped device that is known only when
 * Intune was asked since, or Autopilot where that knows of no Intune record; one that never left the bench is not in use.
 */
export function isSurelyUnused(
  device: Told & Pick<DeviceRecord, 'shippedAt' | 'microsoftReadAt' | 'managedDeviceId'>,
  notAfter: string | null,
): boolean {
  if (isInUse(device)) return false;
  if (device.shippedAt === null) return true;
  const askedAt = device.managedDeviceId === null ? device.microsoftReadAt : device.intuneReadAt;
  return notAfter !== null && askedAt !== null && askedAt >= notAfter;
}
