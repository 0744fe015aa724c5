import { statusOf } from '../../../../shared/intake/checkRow.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import { meetDevice } from '../../../../shared/intake/meetDevice.ts';
import { createIdentityIndex, identityOf, type IdentityIndex } from '../../../../shared/intake/rowIdentity.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import { elsewhereIssue, listedIssue, meetingIssues, repeatIssue } from './relationIssues.ts';
import { meetingRow } from './meetingRow.ts';
import { issuesOf, type PreviewedRow } from './previewState.ts';
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
  for (const row of rows) relateToEarlier(row, earlier);
  if (queue === null) return;
  const { known, listed, elsewhere } = queue.mentioned(earlier.mayHold);
  forEachFound(rows, listed, (row, device) => addRelations(row, [listedIssue(device)]));
  forEachFound(rows, elsewhere, (row, { tenantName }) => addRelations(row, [elsewhereIssue(tenantName)]));
  relateToKnown(rows, known, queue, orderNumber);
}

function relateToEarlier(row: PreviewedRow, earlier: IdentityIndex<PreviewedRow>): void {
  row.relations = [];
  row.effect = 'new';
  row.known = null;
  row.original = null;
  row.status = statusOf(row.checked.issues);
  if (row.status === 'rejected') return;
  const repeated = earlier.find(row.identity);
  earlier.add(row.identity, row);
  if (repeated === null) return;
  row.effect = 'update';
  row.original = repeated.item.original ?? repeated.item;
  addRelations(row, [repeatIssue(repeated.item, row, repeated.relation)]);
}

function addRelations(row: PreviewedRow, issues: readonly Issue[]): void {
  row.relations = [...row.relations, ...issues];
  row.status = statusOf(issuesOf(row));
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

function relateToKnown(
  rows: readonly PreviewedRow[],
  devices: readonly KnownDevice[],
  queue: QueueToCompare,
  orderNumber: string | null,
): void {
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
  for (const row of rows) {
    if (row.status === 'rejected') continue;
    row.known = knownAs.get(row.original ?? row) ?? null;
    if (row.known !== null) relateToDevice(row, row.known.item, queue, orderNumber);
  }
}

function relateToDevice(
  row: PreviewedRow,
  device: KnownDevice,
  { hasCapture, importedAt }: QueueToCompare,
  orderNumber: string | null,
): void {
  const meeting = meetDevice(
    device,
    meetingRow(row, orderNumber, importedAt, (hashBytes) => hasCapture(device.id, hashBytes)),
  );
  const changesNothing = meeting.capture === 'none' && Object.keys(meeting.change).length === 0 && !device.isTakenOff;
  if (meeting.isOtherBoard && meeting.capture === 'newest') row.effect = 'changedBoard';
  else row.effect = changesNothing ? 'nothing' : 'update';
  addRelations(row, meetingIssues(device, meeting, row.hashBytes !== null));
}
