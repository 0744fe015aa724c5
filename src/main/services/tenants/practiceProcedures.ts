import { z } from 'zod';
import type { IntakeHandlers } from '../../../shared/api/contract/intake.ts';
import type { TenantHandlers } from '../../../shared/api/contract/tenants.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { pretendDevice } from '../../../shared/tenants/deviceScreen.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { practiceMood } from '../../../shared/tenants/practiceMood.ts';
import { askPractice } from './askPractice.ts';
import { createPretendDevices } from './pretendDevices.ts';
import { sampleBoxes, sampleDevices, samplesFile } from './sampleDevices.ts';

type PracticeProcedures = Pick<
  TenantHandlers,
  | 'tenants.addSamples'
  | 'tenants.sealedBoxes'
  | 'tenants.playDevice'
  | 'tenants.practiceMood'
  | 'tenants.setPracticeMood'
>;

const answeredMood = z.object({ mood: practiceMood.nullable() });
const heldDevices = z.array(pretendDevice);

/** What one can do in the practice tenant alone: bring in invented devices, and be the person who stands at them. */
export function createPracticeProcedures(
  context: ServiceContext,
  intake: () => Promise<IntakeHandlers>,
): PracticeProcedures {
  const { devices, tenants } = context;
  const play = createPretendDevices(context);

  function refuseElsewhere(id: string): void {
    const tenant = tenants.get(id);
    if (tenant === null) throw new AppError('not-found', 'There is no such tenant; it may have been removed.');
    if (tenant.kind === 'practice') return;
    throw new AppError('unsupported', `${tenant.name} has real devices; pretend devices are for the practice tenant.`, {
      remedy: 'Show the devices of the practice tenant first, or add it.',
    });
  }

  function refuseWithout(): void {
    if (tenants.all().some(({ kind }) => kind === 'practice')) return;
    throw new AppError('not-found', 'There is no practice tenant.', { remedy: 'Bring in sample devices first.' });
  }

  const isInQueue = (serialNumber: string | null, tenantId: string): boolean =>
    serialNumber !== null && devices.withSerialNumber(serialNumber, tenantId).length > 0;

  return {
    async 'tenants.addSamples'({ id }) {
      refuseElsewhere(id);
      const missing = sampleDevices().filter(({ device }) => !isInQueue(device.serialNumber, id));
      const added = missing.length === 0 ? 0 : await takeIn(await intake(), id, samplesFile(missing));
      const boxes = sampleBoxes();
      const reply = await askPractice(context, 'POST', 'devices', { devices: boxes });
      if (reply.status !== 200) throw new Error(`The practice tenant refused the sample boxes (${reply.status}).`);
      return { added, known: sampleDevices().length - missing.length, boxes: boxes.length };
    },

    async 'tenants.sealedBoxes'({ id }) {
      refuseElsewhere(id);
      const held = heldDevices.parse((await askPractice(context, 'GET', 'devices')).body);
      return { devices: held.filter(({ serialNumber }) => !isInQueue(serialNumber, id)) };
    },

    async 'tenants.practiceMood'() {
      refuseWithout();
      return answeredMood.parse((await askPractice(context, 'GET', 'mood')).body);
    },

    async 'tenants.setPracticeMood'({ mood }) {
      refuseWithout();
      const { status } = await askPractice(context, 'PUT', 'mood', { mood });
      if (status !== 200) throw new Error(`The practice tenant refused to answer so (${status}).`);
      return {};
    },

    'tenants.playDevice'(act) {
      refuseElsewhere(act.id);
      return play(act);
    },
  };
}

/** Through the intake like any other file; returns how many devices are new in the queue. */
async function takeIn(intake: IntakeHandlers, tenantId: string, text: string): Promise<number> {
  const bytes = Buffer.from(text);
  const { fileId } = await intake['intake.openFile']({ name: 'Sample devices.csv', sizeBytes: bytes.length });
  await intake['intake.appendToFile']({ fileId, bytes });
  const { previewId } = await intake['intake.preview']({ fileIds: [fileId], tenantId, attended: false });
  return (await intake['intake.commit']({ previewId })).added;
}
