import { intakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import type { DifferingWish, Meeting } from '../../../../shared/intake/meetDevice.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import type { AutopilotListing } from '../../../store/listedDeviceStore.ts';
import type { PreviewedRow } from './previewState.ts';

/** What to say of a row that an earlier row comes before. */
export function repeatIssue(first: PreviewedRow, row: PreviewedRow, relation: 'same' | 'changed-board'): Issue {
  const file = first.file === row.file ? '' : ` of ${first.file.label}`;
  const where = `line ${first.source.line}${file}`;
  if (relation === 'changed-board') {
    const message = `The serial number of ${where}, but another mainboard (UUID or TPM). Keep the row of the board that is in the device.`;
    return intakeIssue('row.changed-board', 'serialNumber', message);
  }
  const times = [first.hash?.fields.collectedAt, row.hash?.fields.collectedAt];
  const [before, now] = times;
  const newer = before && now && now !== before ? ` This capture is ${now > before ? 'newer' : 'older'}.` : '';
  return intakeIssue('row.duplicate', 'serialNumber', `The same device as ${where}.${newer}`);
}

/** What to say of a row that a device of the tenant is known for. */
export function meetingIssues(device: KnownDevice, meeting: Meeting, hasHash: boolean): readonly Issue[] {
  const issues = [knownIssue(device, meeting, hasHash)];
  if (device.isTakenOff) {
    const message = 'The device was taken off the queue; it comes back with its captures and its history.';
    issues.push(intakeIssue('queue.taken-off', 'serialNumber', message));
  }
  if (device.ztdId !== null) {
    const message = 'The device is registered with Windows Autopilot already.';
    issues.push(intakeIssue('queue.registered', 'serialNumber', message));
  }
  return [...issues, ...meeting.toSend.map(differingIssue)];
}

function knownIssue(device: KnownDevice, { isOtherBoard, capture }: Meeting, hasHash: boolean): Issue {
  const inQueue = device.isTakenOff ? 'known' : 'in the queue';
  switch (capture) {
    case 'newest':
      return isOtherBoard
        ? intakeIssue('queue.changed-board', 'serialNumber', otherBoardSentence(device))
        : intakeIssue('queue.known', 'serialNumber', `The device is ${inQueue}; it gets this capture as well.`);
    case 'older': {
      const board = isOtherBoard ? ', with another mainboard,' : '';
      const message = `The device is ${inQueue} with a newer capture. This one${board} is kept beside it and changes nothing.`;
      return intakeIssue('queue.older-capture', 'serialNumber', message);
    }
    case 'none':
      return hasHash
        ? intakeIssue('queue.same-capture', 'serialNumber', `The device is ${inQueue} with this capture already.`)
        : intakeIssue('queue.known', 'serialNumber', `The device is ${inQueue}; the row brings no hash.`);
  }
}

function otherBoardSentence({ registration }: KnownDevice): string {
  const found = 'The queue has this serial number with another mainboard (UUID or TPM).';
  return registration === 'none' || registration === 'failed' || registration === 'removed'
    ? `${found} Accept it if the board was replaced; the new hash is the one to be registered.`
    : `${found} Accept it if the board was replaced; then deregister the device and register it again with the new hash.`;
}

/** Addresses of people are not repeated: reasons are also written into reports. */
function differingIssue({ field, wanted, held }: DifferingWish): Issue {
  const act = 'Accepted, the change is sent to Microsoft; correct the cell to leave it as it is.';
  const holds = held === null ? 'none' : `“${held}”`;
  switch (field) {
    case 'groupTag':
      return intakeIssue(
        'queue.group-tag-differs',
        field,
        `The row says group tag “${wanted}”, Microsoft holds ${holds}. ${act}`,
      );
    case 'assignedUser': {
      const user = held === null ? 'no user' : 'another user';
      return intakeIssue('queue.user-differs', field, `The row names a user, Microsoft holds ${user}. ${act}`);
    }
    case 'deviceName':
      return intakeIssue(
        'queue.name-differs',
        field,
        `The row says name “${wanted}”, Microsoft holds ${holds}. ${act}`,
      );
  }
}

/** What to say of a row whose device the tenant's Autopilot list has, and the queue has not. */
export function listedIssue({ groupTag }: AutopilotListing): Issue {
  const tag = groupTag === null ? '' : ` with group tag “${groupTag}”`;
  const message = `The tenant’s Autopilot list has this device already${tag}. It is followed once it is in the queue.`;
  return intakeIssue('queue.listed', 'serialNumber', message);
}

/** What to say of a row whose device another tenant's queue has. */
export function elsewhereIssue(tenantName: string): Issue {
  const message = `The device is in the queue of ${tenantName} as well. Two tenants cannot both register it: compare with the order.`;
  return intakeIssue('queue.other-tenant', 'serialNumber', message);
}
