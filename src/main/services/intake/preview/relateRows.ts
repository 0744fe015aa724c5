import { statusOf } from '../../../../shared/intake/checkRow.ts';
import { intakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import { createIdentityIndex, type IdentityIndex } from '../../../../shared/intake/rowIdentity.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import { changeOf, isNothing } from './deviceChange.ts';
import { issuesOf, type PreviewedRow } from './previewState.ts';

/** What a tenant's queue knows about the devices of the rows. */
export interface Queue {
  readonly index: IdentityIndex<KnownDevice>;
  readonly hasCapture: (deviceId: string, hashBytes: Buffer) => boolean;
}

/**
 * Compares every row with the rows before it, over all files, and with the queue; then says what would become of it.
 * A rejected row is nobody's original: the good row after it is not the repeat.
 */
export function relateRows(rows: readonly PreviewedRow[], queue: Queue | null, orderNumber: string | null): void {
  const earlier = createIdentityIndex<PreviewedRow>();
  for (const row of rows) {
    const ownStatus = statusOf(row.checked.issues);
    row.relations = [];
    row.effect = 'new';
    row.known = null;
    row.original = null;
    if (ownStatus !== 'rejected') {
      const repeated = earlier.find(row.identity);
      if (repeated !== null) {
        row.relations = [repeatIssue(repeated.item, row, repeated.relation)];
        row.effect = 'update';
        row.original = repeated.item.original ?? repeated.item;
      }
      earlier.add(row.identity, row);
      if (queue !== null) relateToQueue(row, queue, orderNumber);
    }
    row.status = row.relations.length === 0 ? ownStatus : statusOf(issuesOf(row));
  }
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

function relateToQueue(row: PreviewedRow, { index, hasCapture }: Queue, orderNumber: string | null): void {
  const found = index.find(row.identity);
  if (found === null) return;
  const { item: device, relation } = found;
  row.known = found;
  if (relation === 'changed-board') {
    row.effect = 'changedBoard';
    const message = `The queue has this serial number with another mainboard (UUID or TPM). Deregister the device before the new hash is registered.`;
    row.relations = [...row.relations, intakeIssue('queue.changed-board', 'serialNumber', message)];
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
    issues.push(
      intakeIssue('queue.registered', 'serialNumber', 'The device is registered with Windows Autopilot already.'),
    );
  }
  row.relations = [...row.relations, ...issues];
}
