import type { OutputOf } from '../../../shared/api/contract.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { notInEntra } from '../../../shared/groups/groupWords.ts';
import type { EntraGroup } from '../../../shared/groups/membership.ts';
import { GraphError } from '../../graph/graphError.ts';
import { findEntraDevices } from '../../graph/resources/entraDevices.ts';
import { listGroupsOfDevices } from '../../graph/resources/groupMemberships.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';

type Answer = OutputOf<'groups.readMembership'>;
type MembershipAnswer = readonly EntraGroup[] | GraphError | null;

/** Reads the groups of devices, tenant by tenant, and keeps them with the devices. */
export async function readMembership(context: ServiceContext, deviceIds: readonly string[]): Promise<Answer> {
  const wanted = [...new Set(deviceIds)].flatMap((id) => context.devices.get(id) ?? []);
  const answer: Answer = { devices: [], unread: [] };
  for (const [tenantId, devices] of Map.groupBy(wanted, (device) => device.tenantId)) {
    const found = await forPerson((signal) => readOfTenant(context, tenantId, devices, signal));
    for (const device of devices) {
      const named = { deviceId: device.id, serialNumber: deviceTitle(device) };
      const groups = found.get(device.id) ?? null;
      if (groups === null || groups instanceof GraphError) {
        answer.unread.push({ ...named, sentence: groups?.message ?? notInEntra });
      } else answer.devices.push({ ...named, groups: [...groups] });
    }
  }
  keep(context, answer);
  return answer;
}

/** A hybrid device has two objects in Entra: it is in the groups of both. */
async function readOfTenant(
  { connections }: ServiceContext,
  tenantId: string,
  devices: readonly DeviceRecord[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, MembershipAnswer>> {
  const { client } = await connections.connectionTo(tenantId);
  const entra = await findEntraDevices(
    client,
    devices.map(({ id: key, entraDeviceId, ztdId }) => ({
      key,
      entraDeviceIds: entraDeviceId === null ? [] : [entraDeviceId],
      ztdId,
    })),
    signal,
  );
  const objectIds = [...entra.values()].flatMap((found) =>
    found instanceof GraphError ? [] : found.map(({ id }) => id),
  );
  const groups = await listGroupsOfDevices(client, objectIds, signal);
  return new Map(
    [...entra].map(([deviceId, found]) => [
      deviceId,
      found instanceof GraphError ? found : joined(found.map(({ id }) => groups.get(id) ?? null)),
    ]),
  );
}

/** Null where no object is known; the error of any that could not be read, since the groups are not whole then. */
function joined(answers: readonly MembershipAnswer[]): MembershipAnswer {
  const byId = new Map<string, EntraGroup>();
  let isKnown = false;
  for (const answer of answers) {
    if (answer instanceof GraphError) return answer;
    isKnown ||= answer !== null;
    for (const group of answer ?? []) byId.set(group.id, group);
  }
  return isKnown ? [...byId.values()] : null;
}

function keep({ devices, memberships, ports, publish, store }: ServiceContext, { devices: read }: Answer): void {
  if (read.length === 0) return;
  const readAt = ports.clock.now().toISOString();
  store.write(() => {
    for (const { deviceId, groups } of read) {
      if (devices.get(deviceId) !== null) memberships.keep(deviceId, { readAt, groups });
    }
  });
  publish('devices.changed');
}
