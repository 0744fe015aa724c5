import type { AssignmentRefusal } from '../../../shared/assignment/assignmentWords.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { otherSerialOf } from '../../../shared/devices/otherSerial.ts';

/** Why no change of a device is sent to Microsoft now; null where one may be. */
export function changeRefusalOf(device: DeviceRecord): AssignmentRefusal | null {
  if (device.registration === 'removing') return { code: 'assignment.isRemoving' };
  const other = otherSerialOf(device);
  return other === null ? null : { code: 'assignment.otherSerial', ...other };
}
