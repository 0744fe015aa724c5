import { statusOf } from '../../../../shared/intake/checkRow.ts';
import type { IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import { meetDevice, type Meeting } from '../../../../shared/intake/meetDevice.ts';
import { createIdentityIndex, identityOf, type IdentityIndex } from '../../../../shared/intake/rowIdentity.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import { elsewhereIssue, listedIssue, meetingIssues, repeatIssue } from './relationIssues.ts';
import { meetingRow } from './meetingRow.ts';
import { issuesOf, type PreviewedRow, type RowEffect } from './previewState.ts';
import type { QueueToCompare } from './queueToCompare.ts';

/**
 * Compares every row with the rows before it, over all files, and with what is known of devices; then says what would
 * become of it. A rejected row is nobody's original: the good row after it is not the repeat.
 */
export function relateRows(
  rows: readonly PreviewedRow[],
  queue: QueueToCompare | null,
  orderNumber: string | null,
): void {
  const earlier = createIdentityIndex<PreviewedRow>();
  for (const row of rows) findEarlier(row, earlier);
  if (queue !== null) {
    const { known, listed, elsewhere } = queue.mentioned(earlier.mayHold);
    forEachFound(rows, listed, (row, device) => (row.listed = device));
    forEachFound(rows, elsewhere, (row, { tenantName }) => (row.elsewhere = tenantName));
    findKnown(rows, known);
  }
  for (const row of rows) judgeRelations(row, queue, orderNumber);
}

/**
 * Says anew what would become of a row, by what was found for it when all were compared. That holds as long as the row is
 * recognised by the same things, is as rejected as it was, and the queue is as it was.
 */
export function judgeRelations(row: PreviewedRow, queue: QueueToCompare | null, orderNumber: string | null): void {
  const { repeats, listed, elsewhere, known } = row;
  const relations: IntakeIssue[] = [];
  if (repeats !== null) relations.push(repeatIssue(repeats.item, row, repeats.relation));
  if (listed !== null) relations.push(listedIssue(listed));
  if (elsewhere !== null) relations.push(elsewhereIssue(elsewhere));
  row.effect = repeats === null ? 'new' : 'update';
  if (known !== null && queue !== null) {
    const meeting = meetingOf(row, known.item, queue, orderNumber);
    row.effect = effectOf(meeting, known.item);
    relations.push(...meetingIssues(known.item, meeting, row.hashBytes !== null));
  }
  row.relations = relations;
  row.status = statusOf(issuesOf(row));
}

function findEarlier(row: PreviewedRow, earlier: IdentityIndex<PreviewedRow>): void {
  row.repeats = null;
  row.original = null;
  row.listed = null;
  row.elsewhere = null;
  row.known = null;
  row.status = statusOf(row.checked.issues);
  if (row.status === 'rejected') return;
  row.repeats = earlier.find(row.identity);
  earlier.add(row.identity, row);
  if (row.repeats !== null) row.original = row.repeats.item.original ?? row.repeats.item;
}

function forEachFound<Device extends Parameters<typeof identityOf>[0]>(
  rows: readonly PreviewedRow[],
  devices: readonly Device[],
  work: (row: PreviewedRow, device: Device) => void,
): void {
  if (devices.length === 0) return;
  const index = createIdentityIndex<Device>();
  for (const device of devices) index.add(identityOf(device), device);
  for (const row of rows) {
    const match = row.status === 'rejected' ? null : index.find(row.identity);
    if (match !== null) work(row, match.item);
  }
}

function findKnown(rows: readonly PreviewedRow[], devices: readonly KnownDevice[]): void {
  if (devices.length === 0) return;
  const index = createIdentityIndex<KnownDevice>();
  for (const device of devices) index.add(identityOf(device), device);
  /** By the first row of those that are one device: what one of them is known as, all are. */
  const knownAs = new Map<PreviewedRow, PreviewedRow['known']>();
  for (const row of rows) {
    const match = row.status === 'rejected' ? null : index.find(row.identity);
    if (match === null) continue;
    // A device that only its product key ID named is this one from here on.
    if (match.item.serialNumber === null) index.add(row.identity, match.item);
    const first = row.original ?? row;
    if (!knownAs.has(first)) knownAs.set(first, match);
  }
  for (const row of rows) if (row.status !== 'rejected') row.known = knownAs.get(row.original ?? row) ?? null;
}

function meetingOf(
  row: PreviewedRow,
  device: KnownDevice,
  { hasCapture, importedAt }: QueueToCompare,
  orderNumber: string | null,
): Meeting {
  const isKept = (hashBytes: Buffer): boolean => hasCapture(device.id, hashBytes);
  return meetDevice(device, meetingRow(row, orderNumber, importedAt, isKept));
}

function effectOf({ isOtherBoard, capture, change }: Meeting, { isTakenOff }: KnownDevice): RowEffect {
  if (isOtherBoard && capture === 'newest') return 'changedBoard';
  const changesNothing = capture === 'none' && Object.keys(change).length === 0 && !isTakenOff;
  return changesNothing ? 'nothing' : 'update';
}
