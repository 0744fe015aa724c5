import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { NewDeviceEvent } from '../../store/deviceEventStore.ts';

/**
 * What others changed in Intune since the device was last read by itself: group tag, user and name. A value that this
 * queue wants was sent from here, and its job has reported it already. Addresses of people are left out: a history is
 * printed and kept.
 * @param before what Microsoft sent then, or null where it was never read
 */
export function changesElsewhere(
  device: Pick<DeviceRecord, 'groupTag' | 'assignedUser' | 'deviceName'>,
  before: Readonly<Record<string, unknown>> | null,
  seen: AutopilotDevice,
): readonly Omit<NewDeviceEvent, 'deviceId'>[] {
  if (before === null) return [];
  const told = (sentence: string, from: string | null, to: string | null) =>
    ({ subject: 'change', sentence, source: 'Microsoft', from, to }) as const;
  const changed = (from: string | null, to: string | null, wished: string | null): boolean =>
    fold(from) !== fold(to) && fold(to) !== fold(wished);

  const groupTag = textOf(before['groupTag']);
  const user = textOf(before['userPrincipalName']);
  const name = textOf(before['displayName']);
  return [
    ...(changed(groupTag, seen.groupTag, device.groupTag)
      ? [told(`Somebody changed the group tag in Intune to ${quoted(seen.groupTag)}.`, groupTag, seen.groupTag)]
      : []),
    ...(changed(user, seen.userPrincipalName, device.assignedUser)
      ? [
          told(
            seen.userPrincipalName === null
              ? 'Somebody unassigned the user in Intune.'
              : 'Somebody assigned another user in Intune.',
            null,
            null,
          ),
        ]
      : []),
    ...(changed(name, seen.displayName, device.deviceName)
      ? [told(`Somebody changed the device’s name in Intune to ${quoted(seen.displayName)}.`, name, seen.displayName)]
      : []),
  ];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const fold = (value: string | null): string => (value ?? '').toLowerCase();
const quoted = (value: string | null): string => (value === null ? 'none' : `“${value}”`);
