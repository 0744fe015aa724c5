import type { InputOf } from '../../../../shared/api/contract.ts';
import { nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { chosenFilter, type FilterOptions } from './chosenFilter.ts';
import { deviceDocument } from './deviceDocument.ts';

export interface ListOptions extends FilterOptions {
  readonly limit: number;
  readonly sort: NonNullable<InputOf<'devices.list'>['sort']>;
  readonly descending?: boolean;
}

/** `list`: the latest first, unless another order is asked for. */
export async function listDevices(run: Run, options: ListOptions): Promise<ExitStatus> {
  const latestFirst = options.sort === 'updated' || options.sort === 'created';
  const { matching, devices } = await run.call('devices.list', {
    ...(await chosenFilter(run, options)),
    limit: options.limit,
    sort: options.sort,
    descending: latestFirst !== (options.descending ?? false),
  });
  await run.print({ total: matching, devices: devices.map(deviceDocument) }, () => {
    const rows = devices.map((device) => [
      deviceTitle(device),
      device.model,
      device.groupTag,
      device.registration,
      device.profile,
      device.enrollment,
      device.bench,
      device.reseal,
      nextStepTitle(device.nextStep),
    ]);
    const header = ['serial number', 'model', 'group tag', 'registration', 'profile', 'enrollment', 'bench', 'reseal'];
    const { count, number } = run.formatter;
    if (rows.length === 0) return 'No devices.';
    const all = count(matching, 'device', 'devices');
    const shown = devices.length < matching ? `${number(devices.length)} of ${all}` : all;
    return `${table([...header, 'next step'], rows)}\n${shown}`;
  });
  return exitStatus.done;
}
