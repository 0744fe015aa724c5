import type { Document } from '../../../../shared/api/document.ts';
import { usageError } from '../program/commandError.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { writeTo } from '../output/writeDocument.ts';

export interface ChecklistOptions {
  readonly scenario: string;
  readonly format: 'json' | 'html' | 'pdf';
  readonly withCodes?: boolean;
  readonly out?: string;
}

/** `checklist`: the checklist of a device, as it stands where one was started, else as it would be. */
export async function writeChecklist(
  run: Run,
  serial: string,
  { scenario, format, withCodes, out }: ChecklistOptions,
): Promise<ExitStatus> {
  const { id: deviceId } = await deviceOf(run, serial);
  await refuseUnknownScenario(run, scenario);
  const { checklists } = await run.call('checklists.list', { deviceId });
  const started = checklists.find(({ templateId }) => templateId === scenario);
  const document =
    started === undefined
      ? await run.call('checklists.draft', { deviceId, templateId: scenario, format, withCodes })
      : await run.call('checklists.document', { id: started.id, format, withCodes });
  if (out === undefined) {
    await printDocument(run, document);
  } else {
    const file = writeTo(out, document, 'shared');
    await run.print({ file, mediaType: document.mediaType }, () => file);
  }
  return exitStatus.done;
}

async function refuseUnknownScenario(run: Run, scenario: string): Promise<void> {
  const { templates } = await run.call('checklists.templates', {});
  if (templates.some(({ id }) => id === scenario)) return;
  throw usageError(`There is no scenario “${scenario}”. Choose one of ${templates.map(({ id }) => id).join(', ')}.`);
}

async function printDocument({ options, world }: Run, { base64, mediaType }: Document): Promise<void> {
  if (options.json && mediaType !== 'application/json') throw usageError('Add --out FILE, or use --format json.');
  await world.terminal.print(Buffer.from(base64, 'base64'));
}
