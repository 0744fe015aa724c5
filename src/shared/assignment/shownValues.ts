import type { DeviceRecord } from '../devices/device.ts';
import { isRead, propertyOfField, sentField, type HeldValues } from './heldValue.ts';
import type { RefusedWish } from './refusedWish.ts';

type Shown = Pick<DeviceRecord, 'groupTag' | 'assignedUser' | 'assignedUserName' | 'deviceName'>;

/**
 * What the fields of a device say to a person: what is true at Microsoft; what is wished where Microsoft was never asked. A wish
 * that was refused is never shown as a fact.
 */
export function shownValues(device: DeviceRecord, held: HeldValues): Shown {
  if (isRead(device)) {
    const { heldGroupTag, heldUser, heldUserName, heldName } = device;
    return { groupTag: heldGroupTag, assignedUser: heldUser, assignedUserName: heldUserName, deviceName: heldName };
  }
  const { groupTag, assignedUser, assignedUserName, deviceName } = device;
  const isRefused = (field: keyof HeldValues): boolean => held[field].state === 'refused';
  return {
    groupTag: isRefused('groupTag') ? null : groupTag,
    assignedUser: isRefused('assignedUser') ? null : assignedUser,
    assignedUserName: isRefused('assignedUser') ? null : assignedUserName,
    deviceName: isRefused('deviceName') ? null : deviceName,
  };
}

/** The wishes that Microsoft did not take, with the reason of each. */
export function refusedWishesOf(held: HeldValues): RefusedWish[] {
  return sentField.options.flatMap((field) => {
    const { state, wish, reason } = held[field];
    return state === 'refused' ? [{ property: propertyOfField[field], value: wish ?? '', reason }] : [];
  });
}
