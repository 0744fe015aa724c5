import { randomUUID } from 'node:crypto';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { ChecklistView } from '../../../../shared/checklists/checklist.ts';
import { writeAutopilotCode } from '../../../../shared/scans/writeAutopilotCode.ts';
import type { Run } from '../program/runCommand.ts';
import { writeInto } from '../output/writeDocument.ts';

const TEMPLATE = 'pre-provisioning-entra';
const TECHNICIAN_FLOW = 'T';
export const ELAPSED_MS = 31 * 60_000;

/** What a device's work leaves on paper, as paths. */
export interface DemoPapers {
  readonly checklist: string;
  readonly label: string;
}

/** Opens the device's checklist, scans the code of its information screen, and records the start of the technician flow. */
export async function startBench(run: Run, device: DeviceView): Promise<ChecklistView> {
  const checklist = await run.call('checklists.start', { deviceId: device.id, templateId: TEMPLATE });
  await scanLandingPage(run, device);
  await run.call('bench.record', { deviceId: device.id, step: 'start' });
  return checklist;
}

/** Scans the code that a device shows after the Windows key, five times. */
export async function scanLandingPage({ call }: Run, { ztdId, serialNumber }: DeviceView): Promise<void> {
  const code = { id: randomUUID(), ztdId: ztdId ?? '', serialNumber: serialNumber ?? '' };
  await call('scans.read', { text: writeAutopilotCode(code) });
}

/** Records the result and the reseal, ticks the checklist, and writes checklist and label. */
export async function finishBench(
  run: Run,
  deviceId: string,
  { id }: ChecklistView,
  outFolder: string,
): Promise<DemoPapers> {
  await run.call('bench.record', { deviceId, step: 'success', elapsedMs: ELAPSED_MS });
  await run.call('bench.record', { deviceId, step: 'reseal' });
  await tickWhatWasSeen(run, id);
  return {
    checklist: writeInto(outFolder, await run.call('checklists.document', { id, format: 'pdf' }), 'shared'),
    label: writeInto(outFolder, await run.call('labels.document', { deviceIds: [deviceId], format: 'pdf' }), 'shared'),
  };
}

/** Ticks what only the person at the device can see; the rest ticks itself, or is still to come. */
async function tickWhatWasSeen({ call }: Run, id: string): Promise<void> {
  const { items } = await call('checklists.get', { id });
  for (const { id: itemId, blockId, need, state, evidence } of items) {
    if (blockId === TECHNICIAN_FLOW && need === 'required' && state === 'open' && evidence === null) {
      await call('checklists.mark', { id, itemId, state: 'done' });
    }
  }
}
