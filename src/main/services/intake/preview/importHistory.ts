import type { DifferingWish, Meeting } from '../../../../shared/intake/meetDevice.ts';
import type { NewDeviceEvent } from '../../../store/deviceEventStore.ts';
import type { Standing } from './standings.ts';

type ImportEvent = Pick<NewDeviceEvent, 'subject' | 'sentence'>;

const WISH_NAMES: Readonly<Record<DifferingWish['field'], string>> = {
  groupTag: 'group tag',
  assignedUser: 'user',
  deviceName: 'name',
};

/**
 * What the history of a device says about an imported row. A new capture is not mentioned: it has its own place in the
 * history.
 */
export function eventsOf(from: string, device: Standing, meeting: Meeting): readonly ImportEvent[] {
  const events: ImportEvent[] = [];
  if (device.isTakenOff) events.push({ subject: 'queue', sentence: `Back on the queue: it came again in ${from}.` });
  const sentence = captureSentence(from, meeting);
  if (sentence !== null) events.push({ subject: 'capture', sentence });
  const { purchaseOrderInFile: order } = meeting.change;
  if (device.purchaseOrderInFile !== null && typeof order === 'string') {
    const was = `it was “${device.purchaseOrderInFile}” before`;
    events.push({ subject: 'change', sentence: `The purchase order is “${order}” in ${from}; ${was}.` });
  }
  if (meeting.toSend.length > 0) {
    const names = meeting.toSend.map(({ field }) => WISH_NAMES[field]).join(', ');
    events.push({ subject: 'change', sentence: `To be changed at Microsoft’s as ${from} says: ${names}.` });
  }
  return events;
}

function captureSentence(from: string, { capture, isOtherBoard, change, after }: Meeting): string | null {
  if (capture === 'none') return Object.keys(change).length === 0 ? null : `Details came from ${from}.`;
  if (!isOtherBoard) return null;
  if (capture === 'older')
    return `The capture in ${from} shows another mainboard, but is older: the newest one counts.`;
  return after.needsNewRegistration
    ? `Another mainboard was found in ${from}: the old registration does not fit any more.`
    : `Another mainboard was found in ${from}: its hash is the one to be registered.`;
}
