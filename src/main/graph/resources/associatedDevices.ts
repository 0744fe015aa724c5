import { z } from 'zod';
import type { Association } from '../../../shared/identifiers/association.ts';
import { parseAnswer, type GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { collect, readPages, type Collected } from '../paging.ts';
import { deleteOne, readOne } from '../readOne.ts';
import { versions } from '../versions.ts';
import { optionalId, optionalInstant, optionalText } from './wire.ts';

const BASE = '/deviceManagement/tenantAssociatedDevices';
const CONFLICT = 409;
const read = {
  version: versions.associatedDevices,
  method: 'GET',
  scope: 'DeviceManagementServiceConfig.Read.All',
} as const satisfies Partial<GraphCall>;
const write = {
  version: versions.associatedDevices,
  scope: 'DeviceManagementServiceConfig.ReadWrite.All',
} as const satisfies Partial<GraphCall>;

/** It is in no metadata of Microsoft's, so that nothing but the id is insisted on. */
const text = optionalText.catch(null);
const associatedDevice = z
  .object({
    id: z.string().min(1),
    serialNumber: text,
    manufacturerName: text,
    modelName: text,
    associationState: text,
    preassociationDateTime: optionalInstant.catch(null),
    devicePreparationPolicyId: optionalId.catch(null),
    managedDeviceId: optionalId.catch(null),
  })
  .transform((wire): Association => ({
    id: wire.id,
    serialNumber: wire.serialNumber,
    manufacturer: wire.manufacturerName,
    model: wire.modelName,
    state: wire.associationState,
    associatedAt: wire.preassociationDateTime,
    policyId: wire.devicePreparationPolicyId,
    managedDeviceId: wire.managedDeviceId,
  }));

const pathOf = (id: string): string => `${BASE}/${encodeURIComponent(id)}`;

/**
 * Associates a device with the tenant by its DeviceLink (Autopilot device preparation, beta): the data unchanged, since it is signed.
 * @param policyId the policy of device preparation to bind it to; null leaves that to Microsoft
 */
export async function associateDevice(
  client: GraphClient,
  deviceLink: string,
  policyId: string | null,
  signal: AbortSignal,
): Promise<Association | 'conflict'> {
  const path = `${BASE}/importTenantAssociatedDevice`;
  const body = { deviceLink, ...(policyId === null ? {} : { devicePreparationPolicyId: policyId }) };
  const answer = await client.send({ ...write, method: 'POST', path, body, acceptedStatuses: [CONFLICT] }, signal);
  return answer.status === CONFLICT ? 'conflict' : parseAnswer(associatedDevice, answer);
}

/** Every device that is associated with the tenant. A filter by serial number is in use; that it works everywhere is not known. */
export function listAssociatedDevices(client: GraphClient, signal: AbortSignal): Promise<Collected<Association>> {
  return collect(readPages(client, { ...read, path: BASE }, associatedDevice, signal));
}

/** One association by its id; null where there is none any more, or not yet: for a moment after it was made. */
export function getAssociatedDevice(client: GraphClient, id: string, signal: AbortSignal): Promise<Association | null> {
  return readOne(client, { ...read, path: pathOf(id) }, associatedDevice, signal);
}

/** Deletes an association, by its id only; one that is gone counts as done. */
export async function removeAssociatedDevice(client: GraphClient, id: string, signal: AbortSignal): Promise<void> {
  await deleteOne(client, { ...write, method: 'DELETE', path: pathOf(id) }, signal);
}
