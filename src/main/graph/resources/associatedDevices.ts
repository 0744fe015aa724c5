import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { versions } from '../versions.ts';

const BASE = '/deviceManagement/tenantAssociatedDevices';
const CONFLICT = 409;
const write = {
  version: versions.associatedDevices,
  method: 'POST',
  scope: 'DeviceManagementServiceConfig.ReadWrite.All',
} as const satisfies Partial<GraphCall>;

/** Associates a device with the tenant by its DeviceLink (Autopilot device preparation, beta). */
export async function associateDevice(
  client: GraphClient,
  deviceLink: string,
  signal: AbortSignal,
): Promise<'associated' | 'alreadyAssociated'> {
  const path = `${BASE}/importTenantAssociatedDevice`;
  const answer = await client.send({ ...write, path, body: { deviceLink }, acceptedStatuses: [CONFLICT] }, signal);
  return answer.status === CONFLICT ? 'alreadyAssociated' : 'associated';
}
