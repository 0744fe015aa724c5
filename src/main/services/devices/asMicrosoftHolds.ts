import type { RefusedWish, WishedProperty } from '../../../shared/assignment/refusedWish.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';

type Shown = Pick<DeviceRecord, 'groupTag' | 'assignedUser' | 'assignedUserName' | 'deviceName'>;

/** The fields of a device by which a wish is kept. */
const fieldOf = { user: 'assignedUser', groupTag: 'groupTag', name: 'deviceName' } as const satisfies Record<
  WishedProperty,
  keyof Shown
>;

/**
 * What is to be shown in place of wishes that Microsoft refused: what it holds instead, as it was read last. A wish that was
 * changed since, or that Microsoft holds by now after all, is not refused.
 * @param failed the wishes whose changes were given up
 * @param microsoft what Microsoft sent last, property by property; null where it was never read
 */
export function asMicrosoftHolds(
  device: Shown,
  failed: readonly RefusedWish[],
  microsoft: Readonly<Record<string, unknown>> | null,
): { readonly shown: Partial<Shown>; readonly refusedWishes: RefusedWish[] } {
  const held: Shown = {
    groupTag: textOf(microsoft?.['groupTag']),
    assignedUser: textOf(microsoft?.['userPrincipalName']),
    assignedUserName: textOf(microsoft?.['addressableUserName']),
    deviceName: textOf(microsoft?.['displayName']),
  };
  const refusedWishes = failed.filter(({ property, value }) => {
    const field = fieldOf[property];
    return isSame(device[field], value) && !isSame(held[field], value);
  });
  const isRefused = (property: WishedProperty): boolean => refusedWishes.some((wish) => wish.property === property);
  const { groupTag, assignedUser, assignedUserName, deviceName } = held;
  const shown = {
    ...(isRefused('groupTag') && { groupTag }),
    ...(isRefused('user') && { assignedUser, assignedUserName }),
    ...(isRefused('name') && { deviceName }),
  };
  return { shown, refusedWishes };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const isSame = (one: string | null, other: string | null): boolean =>
  (one ?? '').toLowerCase() === (other ?? '').toLowerCase();
