import { randomUUID } from 'node:crypto';
import type { WishedProperty } from '../../../../shared/assignment/refusedWish.ts';
import { deviceLinkOf } from '../../../../shared/intake/deviceLink.ts';
import { hashFactsOf, meetDevice, type DifferingWish, type Meeting } from '../../../../shared/intake/meetDevice.ts';
import type { ScenarioChoice } from '../../../../shared/scenarios/scenarioRule.ts';
import { batchChoiceSentence } from '../../../../shared/scenarios/scenarioWords.ts';
import { tellIssue } from '../../../../shared/intake/tellIssue.ts';
import type { CaptureStore } from '../../../store/captureStore.ts';
import type { DeviceLinkStore } from '../../../store/deviceLinkStore.ts';
import type { DeviceEventStore } from '../../../store/deviceEventStore.ts';
import type { DeviceChange, DeviceStore } from '../../../store/deviceStore.ts';
import type { Correction, ImportBatchStore } from '../../../store/importBatchStore.ts';
import type { JobStore } from '../../../store/jobStore.ts';
import { changeJob, overOf } from '../../assignment/wishes.ts';
import { correctionEvent, correctionsOf } from './corrections.ts';
import { eventsOf } from './importHistory.ts';
import { meetingRow } from './meetingRow.ts';
import { isIncluded, issuesOf, type PreviewedRow, type PreviewState } from './previewState.ts';
import { createStandings, type Standing } from './standings.ts';

export interface CommitStores {
  readonly devices: DeviceStore;
  readonly captures: CaptureStore;
  readonly batches: ImportBatchStore;
  readonly history: DeviceEventStore;
  readonly jobs: JobStore;
  readonly deviceLinks: DeviceLinkStore;
}

export interface CommitResult {
  readonly batchId: string;
  readonly added: number;
  readonly updated: number;
  /** Rows whose device another row of the same import had brought or changed; all four together are the rows. */
  readonly joined: number;
  readonly left: number;
  readonly deviceIds: string[];
}

const PROPERTIES: Readonly<Record<DifferingWish['field'], WishedProperty>> = {
  groupTag: 'groupTag',
  assignedUser: 'user',
  deviceName: 'name',
};

/**
 * Puts the included rows into the queue and keeps what became of every row. Runs inside the caller's transaction, in
 * which the rows were compared with the queue. `who` imports; `step` is called after every row and may throw to give up.
 */
export function commitPreview(
  preview: PreviewState,
  { devices, captures, batches, history, jobs, deviceLinks }: CommitStores,
  { now, who }: { readonly now: Date; readonly who: string },
  step: (rowsDone: number) => void,
): CommitResult {
  const { tenantId, orderNumber } = preview;
  const batchChoice = choiceFrom(preview.scenario);
  const importedAt = now.toISOString();
  const files = [...new Set(preview.files.map(({ label }) => label))];
  const batchId = batches.add({ tenantId, name: preview.batchName, files });
  const standings = createStandings(orderNumber, importedAt);
  const touched = new Map<string, 'added' | 'updated'>();
  /** Changes of one property are one batch, whichever rows ask for them. */
  const changeBatches = { user: randomUUID(), groupTag: randomUUID(), name: randomUUID() };
  let left = 0;
  let joined = 0;

  function take(row: PreviewedRow): string | null {
    const device = standings.metBy(row);
    if (device !== null) return update(row, device);
    const id = add(row);
    standings.added(row, id);
    return id;
  }

  function add(row: PreviewedRow): string {
    const { purchaseOrder: purchaseOrderInFile, ...values } = row.checked.values;
    const said = { ...values, purchaseOrderInFile, orderNumber };
    const device = { tenantId, ...said, ...hashFactsOf(row.hash), ...batchChoice, batchId };
    const { id } = devices.add(device, { hasHardwareHash: row.hashBytes !== null && row.hash !== null });
    // A capture stands in the history of its device by itself.
    if (row.hashBytes !== null) keepCapture(row, id);
    else
      history.add({ deviceId: id, subject: 'queue', sentence: `The device came from ${where(row)}.`, source: 'file' });
    touched.set(id, 'added');
    return id;
  }

  function update(row: PreviewedRow, device: Standing): string | null {
    const { id } = device;
    const meeting = meetDevice(
      device,
      meetingRow(row, orderNumber, importedAt, (hashBytes) => captures.has(id, hashBytes)),
    );
    const isNew = isNewsFor(id);
    if (meeting.capture === 'none' && isNothing(meeting.change) && !device.isTakenOff && !isNew) return null;
    if (device.isTakenOff) devices.putBack(id);
    if (isNew) giveChoice(id);
    if (meeting.capture !== 'none') {
      keepCapture(row, id);
      devices.restateNextStep(id);
    }
    if (!isNothing(meeting.change)) change(id, meeting);
    for (const event of eventsOf(where(row), device, meeting)) history.add({ deviceId: id, ...event, source: 'file' });
    standings.changed({ ...device, ...meeting.after, isTakenOff: false });
    if (!touched.has(id)) touched.set(id, 'updated');
    return id;
  }

  /** Whether a known device is said to be for something else than its last batch was. */
  function isNewsFor(id: string): boolean {
    if (isNothing(batchChoice)) return false;
    const device = devices.get(id);
    const { batchScenario = device?.batchScenario, batchJoinType = device?.batchJoinType } = batchChoice;
    return device !== null && (device.batchScenario !== batchScenario || device.batchJoinType !== batchJoinType);
  }

  function giveChoice(id: string): void {
    devices.change(id, batchChoice);
    const sentence = batchChoiceSentence(preview.scenario);
    history.add({ deviceId: id, subject: 'change', sentence, source: who });
  }

  /** Values that Microsoft holds differently are queued for it in the same commit. */
  function change(id: string, meeting: Meeting): void {
    const device = devices.change(id, withoutOldName(meeting.change));
    for (const { field, wanted } of meeting.toSend) {
      const property = PROPERTIES[field];
      const over = overOf(jobs, device, property);
      jobs.add(changeJob(device, { property, value: wanted, over }, changeBatches[property]));
    }
  }

  function keepCapture(row: PreviewedRow, deviceId: string): void {
    const { hash, hashBytes } = row;
    if (hashBytes === null || hash === null) return;
    const { collectedAt, osBuild } = hash.fields;
    captures.add({ deviceId, hashBytes, collectedAt, osBuild, source: where(row), batchId, importedAt });
  }

  function keepDeviceLink({ source }: PreviewedRow, deviceId: string): void {
    if (source.text.deviceLink === undefined) return;
    const link = deviceLinkOf(source.text.deviceLink);
    if (link === null) return;
    deviceLinks.keep(tenantId, deviceId, link);
    devices.restateNextStep(deviceId);
  }

  /** A faultless row is on record through its capture and the device's history; of other rows, everything is kept. */
  function keepRow(row: PreviewedRow, corrections: readonly Correction[], deviceId: string | null): void {
    const { serialNumber } = row.checked.values;
    const { label: file } = row.file;
    const { status } = row;
    const { line } = row.source;
    const issues = issuesOf(row).map(tellIssue);
    batches.addRow({ batchId, file, line, status, serialNumber, issues, corrections, deviceId });
  }

  for (const [index, row] of preview.rows.entries()) {
    const touchedBefore = touched.size;
    const deviceId = isIncluded(row, preview.acceptedReasons) ? take(row) : null;
    const corrections = correctionsOf(row, preview.forAll);
    if (deviceId === null) left++;
    else {
      if (touched.size === touchedBefore) joined++;
      keepDeviceLink(row, deviceId);
      for (const correction of corrections) {
        history.add({ deviceId, ...correctionEvent(where(row), correction), source: who });
      }
    }
    if (deviceId === null || corrections.length > 0 || issuesOf(row).length > 0) keepRow(row, corrections, deviceId);
    step(index + 1);
  }
  const count = (what: 'added' | 'updated'): number => [...touched.values()].filter((value) => value === what).length;
  return { batchId, added: count('added'), updated: count('updated'), joined, left, deviceIds: [...touched.keys()] };
}

/** Another user has another name, which only the directory knows. */
function withoutOldName(change: Meeting['change']): DeviceChange {
  return change.assignedUser === undefined ? change : { ...change, assignedUserName: null };
}

/** What is said of the batch, as its devices keep it; what is not said leaves a known device as it is. */
function choiceFrom({ scenario, joinType }: ScenarioChoice): Pick<DeviceChange, 'batchScenario' | 'batchJoinType'> {
  return {
    ...(scenario === null ? {} : { batchScenario: scenario }),
    ...(joinType === null ? {} : { batchJoinType: joinType }),
  };
}

function isNothing(change: DeviceChange): boolean {
  return Object.keys(change).length === 0;
}

function where({ file, source }: Pick<PreviewedRow, 'file' | 'source'>): string {
  return `${file.label}, line ${source.line}`;
}
