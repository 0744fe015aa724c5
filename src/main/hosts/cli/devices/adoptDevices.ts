import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { ListedDevice } from '../../../../shared/devices/adoption.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { adopt, allListed, namedIn, readList, type ListedChoice } from './listedInTenant.ts';

export interface AdoptOptions extends ListedChoice {
  readonly all?: boolean;
}

type Answer = OutputOf<'devices.adopt'>;

/** `adopt`: takes devices into the queue that somebody else registered. Without a choice it only shows them. */
export async function adoptDevices(run: Run, names: readonly string[], options: AdoptOptions): Promise<ExitStatus> {
  const { groupTag, manufacturer, all = false } = options;
  const isFiltered = groupTag !== undefined || manufacturer !== undefined;
  if (names.length > 0 && (all || isFiltered)) {
    throw usageError('Give serial numbers, or a choice with --all, --group-tag or --manufacturer, not both.');
  }
  const tenant = await tenantOf(run);
  await readList(run, tenant);
  const listed = await allListed(run, tenant, options);
  if (names.length === 0 && !all && !isFiltered) return preview(run, tenant, listed);
  const chosen = names.length > 0 ? names.map((name) => listedOf(listed, name, tenant)) : listed;
  run.say(`${run.formatter.count(chosen.length, 'device', 'devices')} of ${tenant.name} to take in.`);
  const answer = await adopt(run, tenant, chosen);
  await run.print(answer, () => reportOf(run, answer));
  return answer.refused.length === 0 && answer.isRead ? exitStatus.done : exitStatus.attention;
}

/** The one device that is called so, or nothing is done. */
function listedOf(listed: readonly ListedDevice[], name: string, { name: tenantName }: TenantView): ListedDevice {
  const device = namedIn(listed, name);
  if (device !== null) return device;
  throw usageError(
    `${tenantName} has no registered device “${name}” that is not in the queue. “reseal adopt” shows those that it has.`,
  );
}

async function preview(run: Run, tenant: TenantView, devices: readonly ListedDevice[]): Promise<ExitStatus> {
  await run.print({ total: devices.length, devices }, () => {
    if (devices.length === 0) return `Every registered device of ${tenant.name} is in the queue.`;
    const rows = devices.map((device) => [
      device.serialNumber,
      device.manufacturer,
      device.model,
      device.groupTag,
      device.purchaseOrder,
      device.ztdId,
    ]);
    const count = run.formatter.count(devices.length, 'device', 'devices');
    return `${table(['serial number', 'maker', 'model', 'group tag', 'purchase order', 'ZTDID'], rows)}\n${count} of ${tenant.name} not in the queue. Name them, or give --group-tag, --manufacturer or --all, to take them in.`;
  });
  return exitStatus.done;
}

function reportOf({ formatter }: Run, { adopted, matched, refused, isRead }: Answer): string {
  return [
    `${formatter.count(adopted, 'device', 'devices')} taken into the queue.`,
    ...(matched === 0
      ? []
      : [`${formatter.count(matched, 'device', 'devices')} of the queue got the ZTDID of the tenant’s record.`]),
    ...(isRead ? [] : ['Microsoft could not be asked about all of them; what the last list told is used.']),
    ...refused.map(({ serialNumber, ztdId, reason }) => `${serialNumber ?? ztdId}: ${reason}`),
  ].join('\n');
}
