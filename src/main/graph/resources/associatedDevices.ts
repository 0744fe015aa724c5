import { z } from 'zod';
import { parseAnswer, type GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { deleteOne } from '../readOne.ts';

const BASE = '/deviceManagement/tenantAssociatedDevices';
const CONFLICT = 409;
const write = {
  version: 'beta',
  method: 'POST',
  scope: 'DeviceManagementServiceConfig.ReadWrite.All',
} as const satisfies Partial<GraphCall>;

/** `id` is what the association is removed by. */
type Association = { readonly state: 'associated'; readonly id: string } | { readonly state: 'alreadyAssociated' };

/** Associates a device with the tenant by its DeviceLink (Autopilot device preparation, beta). */
export async function associateDevice(
  client: GraphClient,
  deviceLink: string,
  signal: AbortSignal,
): Promise<Association> {
  const path = `${BASE}/importTenantAssociatedDevice`;
  const answer = await client.send({ ...write, path, body: { deviceLink }, acceptedStatuses: [CONFLICT] }, signal);
  if (answer.status === CONFLICT) return { state: 'alreadyAssociated' };
  return { state: 'associated', id: parseAnswer(z.object({ id: z.string().min(1) }), answer).id };
}

export async function removeAssociatedDevice(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<'removed' | 'gone'> {
  const done = await deleteOne(
    client,
    { ...write, method: 'DELETE', path: `${BASE}/${encodeURIComponent(id)}` },
    signal,
  );
  return done === 'gone' ? 'gone' : 'removed';
}
