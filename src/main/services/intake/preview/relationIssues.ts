import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { DifferingWish, Meeting } from '../../../../shared/intake/meetDevice.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import type { AutopilotListing } from '../../../store/listedDeviceStore.ts';
import type { PreviewedRow } from './previewState.ts';

/** The issue of a row that repeats an earlier row. */
export function repeatIssue(first: PreviewedRow, row: PreviewedRow, relation: 'same' | 'changed-board'): IntakeIssue {
  const place = { line: first.source.line, file: first.file === row.file ? null : first.file.label };
  if (relation === 'changed-board') return intakeIssue('row.changed-board', 'serialNumber', place);
  return intakeIssue('row.duplicate', 'serialNumber', { ...place, capture: newerOrOlder(first, row) });
}

/** How the capture of a row stands to an earlier one; null where one of them does not say when it was taken. */
function newerOrOlder(first: PreviewedRow, row: PreviewedRow): 'newer' | 'older' | null {
  const before = first.hash?.fields.collectedAt;
  const now = row.hash?.fields.collectedAt;
  if (!before || !now || now === before) return null;
  return now > before ? 'newer' : 'older';
}

/** The issues of a row that a device of the tenant is known for. */
export function meetingIssues(
  device: KnownDevice,
  meeting: Meeting,
  { checked, hashBytes }: Pick<PreviewedRow, 'checked' | 'hashBytes'>,
): readonly IntakeIssue[] {
  const issues = [knownIssue(device, meeting, hashBytes !== null)];
  if (device.isTakenOff) issues.push(intakeIssue('queue.taken-off', 'serialNumber'));
  if (device.ztdId !== null) issues.push(intakeIssue('queue.registered', 'serialNumber'));
  const { purchaseOrder: row } = checked.values;
  const { purchaseOrder: held } = device;
  if (row !== null && held !== null && row !== held) {
    issues.push(intakeIssue('queue.purchase-order-differs', 'purchaseOrder', { row, held }));
  }
  return [...issues, ...meeting.toSend.map(differingIssue)];
}

function knownIssue(
  { isTakenOff, registration }: KnownDevice,
  { isOtherBoard, capture }: Meeting,
  hasHash: boolean,
): IntakeIssue {
  switch (capture) {
    case 'newest': {
      if (!isOtherBoard) return intakeIssue('queue.known', 'serialNumber', { isTakenOff, bringsCapture: true });
      const isWithMicrosoft = registration !== 'none' && registration !== 'failed' && registration !== 'removed';
      return intakeIssue('queue.changed-board', 'serialNumber', { isWithMicrosoft });
    }
    case 'older':
      return intakeIssue('queue.older-capture', 'serialNumber', { isTakenOff, isOtherBoard });
    case 'none':
      return hasHash
        ? intakeIssue('queue.same-capture', 'serialNumber', { isTakenOff })
        : intakeIssue('queue.known', 'serialNumber', { isTakenOff, bringsCapture: false });
  }
}

function differingIssue({ field, wanted, held }: DifferingWish): IntakeIssue {
  switch (field) {
    case 'groupTag':
      return intakeIssue('queue.group-tag-differs', field, { wanted, held });
    case 'assignedUser':
      return intakeIssue('queue.user-differs', field, { held: held === null ? 'nobody' : 'another' });
    case 'deviceName':
      return intakeIssue('queue.name-differs', field, { wanted, held });
  }
}

/** The issue of a row whose device the tenant's Autopilot list has, and the queue has not. */
export function listedIssue({ groupTag }: AutopilotListing): IntakeIssue {
  return intakeIssue('queue.listed', 'serialNumber', { groupTag });
}

/** The issue of a row whose device another tenant's queue has. */
export function elsewhereIssue(tenantName: string): IntakeIssue {
  return intakeIssue('queue.other-tenant', 'serialNumber', { tenantName });
}
