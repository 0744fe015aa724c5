import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { ListedDevice } from '../../../../shared/devices/adoption.ts';
import { foldSerial } from '../../../../shared/devices/foldSerial.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

export interface AdoptOptions {
  readonly groupTag?: string;
  readonly manufacturer?: string;
  readonly all?: boolean;
}

const ROWS_AT_ONCE = 5_000;
/** So many are asked for at a time, and it is said how far it is. */
const DEVICES_AT_ONCE = 500;

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
  const chosen = names.length > 0 ? named(listed, names, tenant) : listed;
  run.say(`${run.formatter.count(chosen.length, 'device', 'devices')} of ${tenant.name} to take in.`);
  const answer = await adopt(run, tenant, chosen);
  await run.print(answer, () => reportOf(run, answer));
  return answer.refused.length === 0 && answer.isRead ? exitStatus.done : exitStatus.attention;
}

/** Reads the tenant's list anew. Where that cannot be done, the list that was read last is used, and it is said so. */
async function readList(run: Run, tenant: TenantView): Promise<void> {
  try {
    await run.call('tracking.refresh', { tenantId: tenant.id, depth: 'list' });
  } catch (error) {
    if (!(error instanceof CommandError) || tenant.lastRefreshedAt === null) throw error;
    run.say(`${error.message} The list of ${run.formatter.instant(tenant.lastRefreshedAt)} is used.`);
  }
}

async function allListed(
  run: Run,
  tenant: TenantView,
  { groupTag, manufacturer }: AdoptOptions,
): Promise<readonly ListedDevice[]> {
  const rows: ListedDevice[] = [];
  for (;;) {
    const page = await run.call('devices.inTenant', {
      tenantId: tenant.id,
      ...(groupTag === undefined ? {} : { groupTag }),
      ...(manufacturer === undefined ? {} : { manufacturer }),
      offset: rows.length,
      limit: ROWS_AT_ONCE,
    });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.matching) return rows;
  }
}

/** The devices that are called so, by serial number or ZTDID: one each, or nothing is done. */
function named(listed: readonly ListedDevice[], names: readonly string[], { name: tenantName }: TenantView) {
  return names.map((name) => {
    const called = listed.filter(
      ({ serialNumber, ztdId }) => foldSerial(serialNumber) === foldSerial(name) || ztdId === name.toLowerCase(),
    );
    const [device, ...others] = called;
    if (device === undefined) {
      throw usageError(
        `${tenantName} has no registered device “${name}” that is not in the queue. “reseal adopt” shows those that it has.`,
      );
    }
    if (others.length === 0) return device;
    const choices = called.map(({ manufacturer, model, ztdId }) =>
      [manufacturer, model, ztdId].filter((part) => part !== null).join(' '),
    );
    throw usageError(
      `“${name}” is ${choices.join(', or ')}. Give the ZTDID of the one that is meant in place of the serial number.`,
    );
  });
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

async function adopt(run: Run, tenant: TenantView, devices: readonly ListedDevice[]): Promise<Answer> {
  const answer: Answer = { adopted: 0, matched: 0, refused: [], deviceIds: [], isRead: true };
  for (let start = 0; start < devices.length; start += DEVICES_AT_ONCE) {
    const part = devices.slice(start, start + DEVICES_AT_ONCE);
    const told = await run.call('devices.adopt', { tenantId: tenant.id, ztdIds: part.map(({ ztdId }) => ztdId) });
    answer.adopted += told.adopted;
    answer.matched += told.matched;
    answer.refused.push(...told.refused);
    answer.deviceIds.push(...told.deviceIds);
    answer.isRead &&= told.isRead;
    const done = start + part.length;
    if (done < devices.length) run.say(`${run.formatter.number(done)} of ${run.formatter.number(devices.length)} …`);
  }
  return answer;
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
