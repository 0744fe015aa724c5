import type { Document, PaperSize } from '../../../../shared/api/document.ts';
import { usageError } from '../program/commandError.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { writeTo } from '../output/writeDocument.ts';

export interface ChecklistOptions {
  readonly scenario?: string;
  readonly format: 'json' | 'html' | 'pdf';
  readonly paper?: PaperSize;
  readonly withCodes?: boolean;
  readonly out?: string;
}

/** What is written where the scenario of the device is not known. */
const WITHOUT_SCENARIO = 'pre-provisioning-entra';

/** `checklist`: of a device as it stands where one was started, else as it would be; without a device, the customer's part. */
export async function writeChecklist(
  run: Run,
  serial: string | undefined,
  { scenario, out, ...paper }: ChecklistOptions,
): Promise<ExitStatus> {
  if (scenario !== undefined) await refuseUnknownScenario(run, scenario);
  const document =
    serial === undefined
      ? await ofCustomer(run, scenario, paper)
      : await ofDevice(run, (await deviceOf(run, serial)).id, scenario, paper);
  if (out === undefined) {
    await printDocument(run, document);
  } else {
    const file = writeTo(out, document, 'shared');
    await run.print({ file, mediaType: document.mediaType }, () => file);
  }
  return exitStatus.done;
}

type Paper = Pick<ChecklistOptions, 'format' | 'paper' | 'withCodes'>;

async function ofDevice(run: Run, deviceId: string, wanted: string | undefined, paper: Paper): Promise<Document> {
  const templateId = wanted ?? (await run.call('checklists.proposal', { deviceId })).templateId ?? WITHOUT_SCENARIO;
  const { checklists } = await run.call('checklists.list', { deviceId });
  const started = checklists.find((checklist) => checklist.templateId === templateId);
  return started === undefined
    ? await run.call('checklists.draft', { deviceId, templateId, ...paper })
    : await run.call('checklists.document', { id: started.id, ...paper });
}

async function ofCustomer(run: Run, templateId: string | undefined, paper: Paper): Promise<Document> {
  if (templateId === undefined) {
    throw usageError('Name a device by its serial number, or a checklist of the customer with --scenario.');
  }
  const { id: tenantId } = await tenantOf(run);
  return await run.call('checklists.tenantDocument', { tenantId, templateId, ...paper });
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
