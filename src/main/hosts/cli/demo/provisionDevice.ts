import type { ChecklistView } from '../../../../shared/checklist/checklist.ts';
import type { Run } from '../runCommand.ts';
import { writeInto } from '../writeDocument.ts';

const TEMPLATE = 'pre-provisioning-entra';
const ELAPSED_MS = 31 * 60_000;

/** What a device's work leaves on paper, as paths. */
export interface DemoPapers {
  readonly checklist: string;
  readonly label: string;
}

/** Opens the device's checklist and records the start of the technician flow. */
export async function startBench({ call }: Run, deviceId: string): Promise<ChecklistView> {
  const checklist = await call('checklists.start', { deviceId, templateId: TEMPLATE });
  await call('bench.record', { deviceId, step: 'start' });
  return checklist;
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
  await tickRequired(run, id);
  return {
    checklist: await writeInto(outFolder, await run.call('checklists.document', { id, format: 'pdf' })),
    label: await writeInto(outFolder, await run.call('labels.document', { deviceIds: [deviceId], format: 'pdf' })),
  };
}

async function tickRequired({ call }: Run, id: string): Promise<void> {
  const { items } = await call('checklists.get', { id });
  for (const item of items) {
    if (item.need === 'required' && item.state === 'open') {
      await call('checklists.mark', { id, itemId: item.id, state: 'done' });
    }
  }
}
