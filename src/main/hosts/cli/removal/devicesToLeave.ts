import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { deviceIn } from '../devices/deviceOf.ts';
import { adopt, allListed, namedIn, readList } from '../devices/listedInTenant.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/**
 * The devices of a tenant that are to be deregistered. What only the tenant has is taken into the queue first: a removal needs
 * a device whose history tells of it, that can be followed, retried and put on paper.
 */
export interface DevicesToLeave {
  /** In the order in which they were named, each once. */
  readonly devices: readonly DeviceView[];
  /** Those that were taken in for it. */
  readonly takenIn: readonly string[];
}

/** @throws CommandError where a name is nobody's or several devices', before anything is taken in */
export async function devicesToLeave(run: Run, tenant: TenantView, names: readonly string[]): Promise<DevicesToLeave> {
  const elsewhere: string[] = [];
  for (const name of new Set(names)) {
    const { devices } = await run.call('devices.find', { serialNumber: name, tenantId: tenant.id });
    if (devices.length === 0) elsewhere.push(name);
  }
  const takenIn = elsewhere.length === 0 ? [] : await takeIn(run, tenant, elsewhere);
  const devices = new Map<string, DeviceView>();
  for (const name of names) {
    const device = await deviceIn(run, tenant, name);
    devices.set(device.id, device);
  }
  return { devices: [...devices.values()], takenIn };
}

/** Off the queue again, as nothing of them is removed. */
export async function leaveAsBefore(run: Run, takenIn: readonly string[]): Promise<void> {
  if (takenIn.length > 0) await run.call('devices.takeOff', { ids: [...takenIn] });
}

/** Plans and confirms a removal; where that fails or is refused, the queue is left as it was before. */
export async function orAsBefore<Value>(
  run: Run,
  takenIn: readonly string[],
  begin: () => Promise<Value>,
): Promise<Value> {
  try {
    return await begin();
  } catch (error) {
    await leaveAsBefore(run, takenIn);
    throw error;
  }
}

async function takeIn(run: Run, tenant: TenantView, names: readonly string[]): Promise<readonly string[]> {
  await readList(run, tenant);
  const listed = await allListed(run, tenant);
  const chosen = names.map((name) => {
    const device = namedIn(listed, name);
    if (device !== null) return device;
    throw usageError(
      `No device “${name}” is in the queue of ${tenant.name} or registered there. Check the number, or name another tenant with --tenant.`,
    );
  });
  const { adoptedIds, refused } = await adopt(run, tenant, chosen, true);
  const [refusal] = refused;
  if (refusal !== undefined) {
    await leaveAsBefore(run, adoptedIds);
    throw new CommandError(`${refusal.serialNumber ?? refusal.ztdId}: ${refusal.reason}`, exitStatus.attention);
  }
  const called = chosen.map(({ serialNumber, ztdId }) => serialNumber ?? ztdId).join(', ');
  run.say(`Not in the queue, and taken in from ${tenant.name} to be deregistered: ${called}.`);
  return adoptedIds;
}
