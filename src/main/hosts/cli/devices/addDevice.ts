import { readScan } from '../../../../shared/scans/readScan.ts';
import type { AdditionPurpose } from '../../../../shared/devices/addition.ts';
import { additionSentence } from '../../../../shared/devices/additionWords.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { deviceDocument } from './deviceDocument.ts';

export interface AddOptions {
  readonly manufacturer: string;
  readonly model: string;
  readonly productKeyId?: string;
  readonly groupTag?: string;
  readonly user?: string;
  readonly purchaseOrder?: string;
  readonly for?: AdditionPurpose;
  readonly acceptDoubts?: boolean;
}

/** `add`: a device without a file, as its label names it. */
export async function addDevice(run: Run, serialNumber: string, options: AddOptions): Promise<ExitStatus> {
  const tenant = await tenantOf(run);
  const { productKeyId, groupTag, user, purchaseOrder, for: purpose } = options;
  const answer = await run.call('devices.add', {
    tenantId: tenant.id,
    serialNumber: readScan(serialNumber).serialNumber ?? serialNumber,
    manufacturer: options.manufacturer,
    model: options.model,
    ...(productKeyId === undefined ? {} : { productKeyId }),
    ...(groupTag === undefined ? {} : { groupTag }),
    ...(user === undefined ? {} : { assignedUser: user }),
    ...(purchaseOrder === undefined ? {} : { purchaseOrder }),
    ...(purpose === undefined ? {} : { purpose }),
    acceptsDoubts: options.acceptDoubts ?? false,
  });
  const sentence = additionSentence(answer);
  const document = 'device' in answer ? { ...answer, device: deviceDocument(answer.device) } : answer;
  await run.print({ ...document, sentence }, () =>
    answer.outcome === 'refused' && answer.mayBeAccepted
      ? `${sentence} If it is right all the same, add --accept-doubts.`
      : sentence,
  );
  return answer.outcome === 'added' ? exitStatus.done : exitStatus.attention;
}
