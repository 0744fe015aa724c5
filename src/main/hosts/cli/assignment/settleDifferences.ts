import { sentField, type HeldField, type SentField } from '../../../../shared/assignment/heldValue.ts';
import { heldFieldNames } from '../../../../shared/assignment/heldValueWords.ts';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { followDevices } from '../waiting/followDevices.ts';
import { differingDevices, type DifferingChoice } from './differingDevices.ts';

const LIMIT_MINUTES = 15;

interface SettleChoice extends DifferingChoice {
  readonly all: boolean;
  readonly isDryRun: boolean;
}

/** `changes take` and `changes send`: what differs becomes what Microsoft holds, or what is wished here. */
export async function settleDifferences(run: Run, act: 'take' | 'send', choice: SettleChoice): Promise<ExitStatus> {
  if (choice.all === choice.serials.length > 0) throw usageError('Give serial numbers, or --all.');
  const sent = sentField.options.filter((field) => choice.fields.includes(field));
  const fields: HeldField[] = act === 'take' ? [...choice.fields] : [...sent];
  if (fields.length === 0)
    throw usageError('A purchase order is the partner’s who registers a device; nobody else can send one.');
  const devices = await differingDevices(run, { serials: choice.serials, fields });
  const deviceIds = devices.map(({ id }) => id);
  if (devices.length === 0) {
    await run.print({ devices: [], refused: [] }, () => 'Nothing differs there; nothing was done.');
    return exitStatus.done;
  }
  if (choice.isDryRun) {
    const found = await run.call('assignment.differences', { deviceIds, fields });
    await run.print(found, () => lookAhead(run, act, found));
    return exitStatus.done;
  }
  return act === 'take' ? take(run, devices, { deviceIds, fields }) : send(run, devices, sent);
}

function lookAhead(run: Run, act: 'take' | 'send', { devices, counts }: OutputOf<'assignment.differences'>): string {
  const lines = counts.map(({ field, devices: number, withoutTheirs, withoutOurs }) => {
    const empty = act === 'take' ? withoutTheirs : withoutOurs;
    const cleared = empty === 0 ? '' : `, ${run.formatter.number(empty)} of them would be empty`;
    return `  ${heldFieldNames[field]}: ${run.formatter.count(number, 'device', 'devices')}${cleared}`;
  });
  return [`${run.formatter.count(devices, 'device differs', 'devices differ')}:`, ...lines].join('\n');
}

async function take(
  run: Run,
  devices: readonly DeviceView[],
  input: { readonly deviceIds: string[]; readonly fields: DifferingChoice['fields'] },
): Promise<ExitStatus> {
  const { taken } = await run.call('assignment.takeTheirs', { ...input, fields: [...input.fields] });
  const after = await Promise.all(devices.map(async ({ id }) => (await run.call('devices.get', { id })).device));
  await run.print(
    { devices: after.map(deviceDocument), refused: [] },
    () => `Microsoft’s values taken for ${run.formatter.count(taken, 'device', 'devices')}.`,
  );
  return exitStatus.done;
}

async function send(run: Run, devices: readonly DeviceView[], fields: SentField[]): Promise<ExitStatus> {
  const { queued, refused } = await run.call('assignment.sendOurs', { deviceIds: devices.map(({ id }) => id), fields });
  const after: DeviceView[] = [];
  for (const [tenantId, ofTenant] of Map.groupBy(devices, (device) => device.tenantId)) {
    after.push(
      ...(await followDevices(run, {
        tenantId,
        ids: ofTenant.map(({ id }) => id),
        isSettled: ({ pendingChanges }) => pendingChanges === 0,
        limitMinutes: LIMIT_MINUTES,
      })),
    );
  }
  const isTrue = ({ properties }: DeviceView): boolean => fields.every((field) => properties[field].state === 'same');
  const made = after.filter(isTrue).length;
  await run.print({ devices: after.map(deviceDocument), refused }, () =>
    [
      `Sent for ${run.formatter.count(queued, 'device', 'devices')}; Microsoft shows it for ${run.formatter.number(made)}.`,
      ...refused.map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`),
    ].join('\n'),
  );
  return refused.length === 0 && made === devices.length ? exitStatus.done : exitStatus.attention;
}
