import { statusOf } from '../../../../shared/intake/checkRow.ts';
import type { IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import { meetDevice, type Meeting } from '../../../../shared/intake/meetDevice.ts';
import { identityEvidenceOf, weighIdentity } from '../../../../shared/devices/weighIdentity.ts';
import { isOtherSerial } from '../../../../shared/hashes/isOtherSerial.ts';
import {
  createIdentityIndex,
  oneDeviceOf,
  type FoundRow,
  type IdentityIndex,
} from '../../../../shared/intake/rowIdentity.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import { elsewhereIssue, listedIssue, meetingIssues, repeatIssue } from './relationIssues.ts';
import { calledWords, donorIssue, sharingIssue } from './sharingIssue.ts';
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
    forEachFound(rows, listed, (row, { match }) => (row.listed = match?.item ?? null));
    forEachFound(rows, elsewhere, (row, { match, sharing }) => {
      row.elsewhere = match?.item.tenantName ?? null;
      if (sharing?.value === 'board') row.sharesWithDevice = sharing;
    });
    findKnown(rows, known, queue);
  }
  for (const row of rows) judgeRelations(row, queue, orderNumber);
}

/**
 * Finds again what the commit would do with a row, from the comparison of all rows. This holds while the row names the
 * same device, its rejection has not changed, and nothing has changed in the queue.
 */
export function judgeRelations(row: PreviewedRow, queue: QueueToCompare | null, orderNumber: string | null): void {
  const { repeats, listed, elsewhere, known } = row;
  const relations: IntakeIssue[] = [];
  if (repeats !== null) relations.push(repeatIssue(repeats.item, row, repeats.relation));
  relations.push(...sharingIssues(row));
  const donor = row.checked.issues.some(({ severity }) => severity === 'error')
    ? null
    : (queue?.donorOf(row.identity) ?? null);
  if (donor !== null) relations.push(donorIssue(donor));
  if (listed !== null) relations.push(listedIssue(listed));
  if (elsewhere !== null) relations.push(elsewhereIssue(elsewhere));
  row.effect = repeats === null ? 'new' : 'update';
  if (known !== null && queue !== null) {
    const meeting = meetingOf(row, known.item, queue, orderNumber);
    row.effect = effectOf(meeting, known.item);
    relations.push(...meetingIssues(known.item, meeting, row));
  }
  row.relations = relations;
  row.status = statusOf(issuesOf(row));
}

function findEarlier(row: PreviewedRow, earlier: IdentityIndex<PreviewedRow>): void {
  row.repeats = null;
  row.sharesWithRow = null;
  row.sharesWithDevice = null;
  row.original = null;
  row.listed = null;
  row.elsewhere = null;
  row.known = null;
  row.status = statusOf(row.checked.issues);
  if (row.status === 'rejected') return;
  const { match, sharing } = earlier.find(row.identity);
  row.repeats = match;
  row.sharesWithRow = sharing;
  earlier.add(row.identity, row);
  if (row.repeats !== null) row.original = row.repeats.item.original ?? row.repeats.item;
}

/**
 * What a row has in common with another device. Two things are not said again: with an earlier row where the device is
 * known already, since its relation to the queue says it; and another device's hash, since the serial number says it.
 */
function sharingIssues(row: PreviewedRow): readonly IntakeIssue[] {
  const { checked, hash, known, sharesWithDevice, sharesWithRow } = row;
  const isMixedUp = isOtherSerial(hash?.fields.serialNumber ?? null, checked.values.serialNumber);
  const isTold = (value: string): boolean => value !== 'serialNumber' && isMixedUp;
  if (sharesWithDevice !== null && !isTold(sharesWithDevice.value)) {
    const { item } = sharesWithDevice;
    const other = { kind: 'device', device: calledWords(item), tenantName: item.tenantName } as const;
    return [sharingIssue(sharesWithDevice, checked.values, other)];
  }
  if (sharesWithRow === null || known?.relation === 'same' || isTold(sharesWithRow.value)) return [];
  const { file, source } = sharesWithRow.item;
  const other = { kind: 'row', line: source.line, file: file === row.file ? null : file.label } as const;
  return [sharingIssue(sharesWithRow, checked.values, other)];
}

function forEachFound<Device extends Parameters<typeof identityEvidenceOf>[0]>(
  rows: readonly PreviewedRow[],
  devices: readonly Device[],
  work: (row: PreviewedRow, found: FoundRow<Device>) => void,
): void {
  if (devices.length === 0) return;
  const index = createIdentityIndex<Device>();
  for (const device of devices) index.add(identityEvidenceOf(device), device);
  for (const row of rows) if (row.status !== 'rejected') work(row, index.find(row.identity));
}

function findKnown(rows: readonly PreviewedRow[], devices: readonly KnownDevice[], queue: QueueToCompare): void {
  if (devices.length === 0) return;
  const index = createIdentityIndex<KnownDevice>();
  for (const device of devices) index.add(identityEvidenceOf(device), device);
  /** What the queue knows of a device, by the first of the device's rows: it holds for all of them. */
  const knownAs = new Map<PreviewedRow, PreviewedRow['known']>();
  for (const row of rows) {
    if (row.status === 'rejected') continue;
    const { match, sharing } = lookCloser(row, index.find(row.identity), queue);
    if (sharing !== null) row.sharesWithDevice = { ...sharing, item: { ...sharing.item, tenantName: null } };
    if (match === null) continue;
    // From here on, this row's names also find the device that had only a product key ID.
    if (match.item.serialNumber === null) index.add(row.identity, match.item);
    const first = row.original ?? row;
    const before = knownAs.get(first);
    if (before === undefined) knownAs.set(first, match);
    else if (before?.item !== match.item && match.relation === 'same') {
      // The rows alone looked like one device, but the queue has two.
      row.repeats = null;
      row.original = null;
      knownAs.set(row, match);
    }
  }
  for (const row of rows) if (row.status !== 'rejected') row.known = knownAs.get(row.original ?? row) ?? null;
}

/**
 * Another board may also mean another machine. The disk and network cards of the newest capture show which, as far as
 * they are known.
 */
function lookCloser(
  { identity }: PreviewedRow,
  found: FoundRow<KnownDevice>,
  { hardwareOf }: QueueToCompare,
): FoundRow<KnownDevice> {
  const { match, rival } = found;
  // A device that was taken off the queue is no choice beside one that is in the queue.
  if (match !== null && rival !== null && rival.id !== match.item.id && rival.isTakenOff === match.item.isTakenOff) {
    return { match: null, rival, sharing: { item: match.item, value: 'serialNumber', isUncertain: true } };
  }
  if (match?.relation !== 'changed-board' || identity.hardware === null) return found;
  const weighing = weighIdentity(identity, identityEvidenceOf(match.item, hardwareOf(match.item.id)));
  if (oneDeviceOf(weighing) !== null) return found;
  const sharing = { item: match.item, value: 'serialNumber', isUncertain: true } as const;
  return { match: null, rival: null, sharing: found.sharing?.value === 'board' ? found.sharing : sharing };
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
