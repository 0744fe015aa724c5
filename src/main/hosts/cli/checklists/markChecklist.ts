import type { ItemState } from '../../../../shared/checklists/checklist.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

interface MarkOptions {
  readonly serial?: string;
  readonly state: ItemState;
  readonly note?: string;
}

/** `checklists mark`: what became of a step, and how far the checklist is. */
export async function markChecklist(
  run: Run,
  templateId: string,
  itemId: string,
  { serial, state, note }: MarkOptions,
): Promise<ExitStatus> {
  const mark = { itemId, state, ...(note === undefined ? {} : { note }) };
  const { done, required, nextItemId } =
    serial === undefined
      ? await markForCustomer(run, templateId, mark)
      : await markOnDevice(run, serial, templateId, mark);
  await run.print({ checklist: templateId, step: itemId, state, done, required, nextStep: nextItemId }, () => {
    const next = nextItemId === null ? '' : ` Next is ${nextItemId}.`;
    return `${itemId}: ${state}. ${done} of ${required} are done.${next}`;
  });
  return exitStatus.done;
}

type Mark = Pick<MarkOptions, 'state' | 'note'> & { readonly itemId: string };

async function markForCustomer(run: Run, templateId: string, mark: Mark) {
  const { id: tenantId } = await tenantOf(run);
  return await run.call('checklists.markForTenant', { tenantId, templateId, ...mark });
}

async function markOnDevice(run: Run, serial: string, templateId: string, mark: Mark) {
  const { id: deviceId } = await deviceOf(run, serial);
  const { id } = await run.call('checklists.start', { deviceId, templateId });
  return await run.call('checklists.mark', { id, ...mark });
}
