import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { table } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

interface DonorOptions {
  readonly reason?: string;
  readonly lift?: boolean;
}

/** `board donor SERIAL`: marks a device, or lifts its mark. */
export async function markDonor(run: Run, serial: string, { reason, lift = false }: DonorOptions): Promise<ExitStatus> {
  if (reason === undefined) throw usageError('Say why, with --reason: it stands in the history of the device.');
  const device = await deviceOf(run, serial);
  const { id: deviceId } = device;
  await run.call(lift ? 'boards.liftDonor' : 'boards.markDonor', { deviceId, reason });
  const { donorMark: mark } = await run.call('devices.get', { id: deviceId });
  const isRegistered = mark !== null && device.registration === 'registered';
  await run.print({ serialNumber: device.serialNumber, mark }, () =>
    [
      mark === null
        ? `${deviceTitle(device)} may be registered again.`
        : `${deviceTitle(device)} is marked “never register again”.`,
      ...(isRegistered ? ['It is still registered: deregister it.'] : []),
    ].join('\n'),
  );
  return isRegistered ? exitStatus.attention : exitStatus.done;
}

/** `board donor`: every mark in force. */
export async function listDonors(run: Run): Promise<ExitStatus> {
  const { marks } = await run.call('boards.donors', {});
  await run.print({ marks }, () =>
    marks.length === 0
      ? 'No device is marked “never register again”.'
      : table(
          ['serial number', 'maker', 'model', 'marked', 'by', 'reason'],
          marks.map(({ serialNumber, manufacturer, model, markedAt, markedBy, reason }) => [
            serialNumber,
            manufacturer,
            model,
            run.formatter.instant(markedAt),
            markedBy,
            reason,
          ]),
        ),
  );
  return exitStatus.done;
}
