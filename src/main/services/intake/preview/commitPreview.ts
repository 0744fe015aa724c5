import type { DeviceEventStore } from '../../../store/deviceEventStore.ts';
import type { DeviceStore } from '../../../store/deviceStore.ts';
import type { CaptureStore } from '../../../store/captureStore.ts';
import type { ImportBatchStore } from '../../../store/importBatchStore.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import { changeOf, hashFactsOf, isNothing } from './deviceChange.ts';
import { isIncluded, issuesOf, type PreviewedRow, type PreviewState } from './previewState.ts';

export interface CommitStores {
  readonly devices: DeviceStore;
  readonly captures: CaptureStore;
  readonly batches: ImportBatchStore;
  readonly history: DeviceEventStore;
}

export interface CommitResult {
  readonly batchId: string;
  readonly added: number;
  readonly updated: number;
  readonly left: number;
  readonly deviceIds: string[];
}

/**
 * Puts the included rows into the queue and keeps what became of every row. Runs inside the caller's transaction, in
 * which the rows were compared with the queue. `step` is called after every row and may throw to give up.
 */
export function commitPreview(
  preview: PreviewState,
  { devices, captures, batches, history }: CommitStores,
  now: Date,
  step: (rowsDone: number) => void,
): CommitResult {
  const { tenantId, orderNumber } = preview;
  const importedAt = now.toISOString();
  const files = [...new Set(preview.files.map(({ label }) => label))];
  const batchId = batches.add({ tenantId, name: preview.batchName, files });
  const touched = new Map<string, 'added' | 'updated'>();
  const added = new Map<PreviewedRow, string>();
  let left = 0;

  function insertCapture(row: PreviewedRow, deviceId: string): boolean {
    const { hash, hashBytes } = row;
    if (hashBytes === null || hash === null) return false;
    const { collectedAt, osBuild } = hash.fields;
    captures.add({ deviceId, hashBytes, collectedAt, osBuild, source: where(row), batchId, importedAt });
    return true;
  }

  function keepCapture(row: PreviewedRow, deviceId: string): boolean {
    if (row.hashBytes === null || captures.has(deviceId, row.hashBytes)) return false;
    return insertCapture(row, deviceId);
  }

  function addDevice(row: PreviewedRow): string {
    const { serialNumber, manufacturer, model, productKeyId, groupTag, assignedUser, deviceName } = row.checked.values;
    const { id } = devices.add({
      tenantId,
      // Partner Center knows devices by their product key ID alone; the queue shows that until a hash tells more.
      serialNumber: serialNumber ?? `PKID ${productKeyId ?? ''}`,
      manufacturer,
      model,
      productKeyId,
      ...hashFactsOf(row),
      groupTag,
      assignedUser,
      deviceName,
      orderNumber,
      batchId,
    });
    // A capture stands in the history of its device by itself.
    if (!insertCapture(row, id)) {
      history.add({ deviceId: id, subject: 'queue', sentence: `The device came from ${where(row)}.`, source: 'file' });
    }
    touched.set(id, 'added');
    return id;
  }

  function updateDevice(row: PreviewedRow, device: KnownDevice, isOtherBoard: boolean): string | null {
    const isNewCapture = keepCapture(row, device.id);
    const change = changeOf(device, row, orderNumber);
    if (!isNewCapture && isNothing(change)) return null;
    if (!isNothing(change)) devices.change(device.id, change);
    const add = (sentence: string): void =>
      history.add({ deviceId: device.id, subject: 'capture', sentence, source: 'file' });
    if (isOtherBoard) add(`Another mainboard was found in ${where(row)}: the old registration does not fit any more.`);
    else if (!isNewCapture) add(`Details came from ${where(row)}.`);
    if (!touched.has(device.id)) touched.set(device.id, 'updated');
    return device.id;
  }

  function take(row: PreviewedRow): string | null {
    if (row.known !== null) return updateDevice(row, row.known.item, row.known.relation === 'changed-board');
    const original = row.original ?? row;
    const deviceId = added.get(original);
    if (deviceId === undefined) {
      const id = addDevice(row);
      added.set(original, id);
      return id;
    }
    // The same device twice among the rows: the later capture joins the first.
    return keepCapture(row, deviceId) ? deviceId : null;
  }

  /** A row without a blemish is told by its capture and the device's history; of the others, everything is kept. */
  function keepRow(row: PreviewedRow, deviceId: string | null): void {
    const { serialNumber } = row.checked.values;
    const { label: file } = row.file;
    const { status } = row;
    batches.addRow({ batchId, file, line: row.source.line, status, serialNumber, issues: issuesOf(row), deviceId });
  }

  for (const [index, row] of preview.rows.entries()) {
    const deviceId = isIncluded(row, preview.acceptedReasons) ? take(row) : null;
    if (deviceId === null) left++;
    if (deviceId === null || issuesOf(row).length > 0) keepRow(row, deviceId);
    step(index + 1);
  }
  const count = (what: 'added' | 'updated'): number => [...touched.values()].filter((value) => value === what).length;
  return { batchId, added: count('added'), updated: count('updated'), left, deviceIds: [...touched.keys()] };
}

function where(row: PreviewedRow): string {
  return `${row.file.label}, line ${row.source.line}`;
}
