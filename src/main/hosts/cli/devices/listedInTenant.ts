import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { ListedDevice } from '../../../../shared/devices/adoption.ts';
import { foldSerial } from '../../../../shared/devices/foldSerial.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';

/** What of the list is wanted; all of it where nothing is said. */
export interface ListedChoice {
  readonly groupTag?: string;
  readonly manufacturer?: string;
}

const ROWS_AT_ONCE = 5_000;
/** So many are asked for at a time, and it is said how far it is. */
const DEVICES_AT_ONCE = 500;

type Answer = OutputOf<'devices.adopt'>;

/** Reads the tenant's list anew. Where that cannot be done, the list that was read last is used, and it is said so. */
export async function readList(run: Run, tenant: TenantView): Promise<void> {
  try {
    await run.call('tracking.refresh', { tenantId: tenant.id, depth: 'list' });
  } catch (error) {
    if (!(error instanceof CommandError) || tenant.lastRefreshedAt === null) throw error;
    run.say(`${error.message} The list of ${run.formatter.instant(tenant.lastRefreshedAt)} is used.`);
  }
}

/** What the tenant has registered and the queue has not, as its list was read last. */
export async function allListed(
  run: Run,
  tenant: TenantView,
  { groupTag, manufacturer }: ListedChoice = {},
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

/**
 * The device of a tenant's list that is called so, by serial number or ZTDID; null where none is.
 * @throws CommandError where several are called so
 */
export function namedIn(listed: readonly ListedDevice[], name: string): ListedDevice | null {
  const called = listed.filter(
    ({ serialNumber, ztdId }) => foldSerial(serialNumber) === foldSerial(name) || ztdId === name.toLowerCase(),
  );
  const [device = null, ...others] = called;
  if (others.length === 0) return device;
  const choices = called.map(({ manufacturer, model, ztdId }) =>
    [manufacturer, model, ztdId].filter((part) => part !== null).join(' '),
  );
  throw usageError(
    `“${name}” is ${choices.join(', or ')}. Give the ZTDID of the one that is meant in place of the serial number.`,
  );
}

/** Takes devices in, part by part. `toLeave`: only to be deregistered. */
export async function adopt(
  run: Run,
  tenant: TenantView,
  devices: readonly ListedDevice[],
  toLeave = false,
): Promise<Answer> {
  const answer: Answer = { adopted: 0, matched: 0, refused: [], deviceIds: [], adoptedIds: [], isRead: true };
  for (let start = 0; start < devices.length; start += DEVICES_AT_ONCE) {
    const part = devices.slice(start, start + DEVICES_AT_ONCE);
    const ztdIds = part.map(({ ztdId }) => ztdId);
    const told = await run.call('devices.adopt', { tenantId: tenant.id, ztdIds, toLeave });
    answer.adopted += told.adopted;
    answer.matched += told.matched;
    answer.refused.push(...told.refused);
    answer.deviceIds.push(...told.deviceIds);
    answer.adoptedIds.push(...told.adoptedIds);
    answer.isRead &&= told.isRead;
    const done = start + part.length;
    if (done < devices.length) run.say(`${run.formatter.number(done)} of ${run.formatter.number(devices.length)} …`);
  }
  return answer;
}
