import { statusOf } from '../../../../shared/intake/checkRow.ts';
import { intakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import {
  createIdentityIndex,
  identityOf,
  type IdentityIndex,
  type Match,
} from '../../../../shared/intake/rowIdentity.ts';
import type { KnownDevice, NamedDevice } from '../../../store/knownDeviceStore.ts';
import { changeOf, isNothing } from './deviceChange.ts';
import { issuesOf, type PreviewedRow } from './previewState.ts';

/** What a tenant's queue knows. */
export interface Queue {
  /** The devices that may be mentioned. */
  readonly devicesLike: (mayBeMentioned: (device: NamedDevice) => boolean) => readonly KnownDevice[];
  readonly hasCapture: (deviceId: string, hashBytes: Buffer) => boolean;
}

/**
 * Compares every row with the rows before it, over all files, and with the queue; then says what would become of it.
 * A rejected row is nobody's original: the good row after it is not the repeat.
 */
export function relateRows(rows: readonly PreviewedRow[], queue: Queue | null, orderNumber: string | null): void {
  const earlier = createIdentityIndex<PreviewedRow>();
  for (const row of rows) relateToEarlier(row, earlier);
  if (queue === null) return;
  const known = createIdentityIndex<KnownDevice>();
  for (const device of queue.devicesLike(earlier.mayHold)) known.add(identityOf(device), device);
  if (known.isEmpty()) return;
  for (const row of rows) {
    const match = row.status === 'rejected' ? null : known.find(row.identity);
    if (match !== null) relateToDevice(row, match, queue, orderNumber);
  }
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

function repeatIssue(first: PreviewedRow, row: PreviewedRow, relation: 'same' | 'changed-board'): Issue {
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

function relateToDevice(
  row: PreviewedRow,
  match: Match<KnownDevice>,
  { hasCapture }: Queue,
  orderNumber: string | null,
): void {
  const device = match.item;
  row.known = match;
  if (match.relation === 'changed-board') {
    row.effect = 'changedBoard';
    const message =
      'The queue has this serial number with another mainboard (UUID or TPM). Deregister the device before the new hash is registered.';
    addRelations(row, [intakeIssue('queue.changed-board', 'serialNumber', message)]);
    return;
  }
  const isSame = row.hashBytes === null || hasCapture(device.id, row.hashBytes);
  row.effect = isSame && isNothing(changeOf(device, row, orderNumber)) ? 'nothing' : 'update';
  const issues = [
    isSame
      ? intakeIssue('queue.same-capture', 'serialNumber', 'The device is in the queue with this capture already.')
      : intakeIssue('queue.known', 'serialNumber', 'The device is in the queue; it gets this capture as well.'),
  ];
  if (device.ztdId !== null) {
    const message = 'The device is registered with Windows Autopilot already.';
    issues.push(intakeIssue('queue.registered', 'serialNumber', message));
  }
  addRelations(row, issues);
}
