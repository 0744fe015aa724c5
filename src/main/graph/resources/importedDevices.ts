import { z } from 'zod';
import { sendBatch } from '../batch.ts';
import { parseAnswer, type GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import type { GraphError } from '../graphError.ts';
import { readOutcome } from '../readOne.ts';
import { readPages, readRows } from '../paging.ts';
import { versions } from '../versions.ts';
import { optionalId, optionalNumber, optionalText } from './wire.ts';

/** One device to register. The hash is sent as it was captured: standard base64. */
export interface DeviceToImport {
  readonly serialNumber: string;
  readonly hardwareHash: string;
  readonly productKeyId: string | null;
  readonly groupTag: string | null;
  readonly assignedUserPrincipalName: string | null;
  /** Names the batch; Graph does not always keep it, so keep the records' ids too. */
  readonly importId: string;
}

/** What became of one imported device so far. */
export interface ImportedDevice {
  readonly id: string;
  readonly importId: string | null;
  readonly serialNumber: string | null;
  /** unknown, pending, partial: not finished; complete, error; or a word new to us. */
  readonly status: string;
  /** The ZTDID once the import is complete; may still be missing for a moment then. */
  readonly ztdId: string | null;
  readonly errorCode: number | null;
  readonly errorName: string | null;
}

const state = z.object({
  deviceImportStatus: optionalText,
  deviceRegistrationId: optionalId,
  deviceErrorCode: optionalNumber,
  deviceErrorName: optionalText,
});

const importedDevice = z
  .object({
    id: z.string().min(1),
    importId: optionalText,
    serialNumber: optionalText,
    state: state.nullish(),
  })
  .transform((wire): ImportedDevice => ({
    id: wire.id,
    importId: wire.importId,
    serialNumber: wire.serialNumber,
    status: wire.state?.deviceImportStatus ?? 'unknown',
    ztdId: wire.state?.deviceRegistrationId?.toLowerCase() ?? null,
    errorCode: wire.state?.deviceErrorCode === 0 ? null : (wire.state?.deviceErrorCode ?? null),
    errorName: wire.state?.deviceErrorName === 'None' ? null : (wire.state?.deviceErrorName ?? null),
  }));

const BASE = '/deviceManagement/importedWindowsAutopilotDeviceIdentities';
const read = {
  version: versions.importedDevices,
  method: 'GET',
  scope: 'DeviceManagementServiceConfig.Read.All',
} as const satisfies Partial<GraphCall>;
const write = {
  version: versions.importedDevices,
  method: 'POST',
  scope: 'DeviceManagementServiceConfig.ReadWrite.All',
} as const satisfies Partial<GraphCall>;
/** A hundred hashes are some 420 kB, which a slow line may take a while to send. */
const IMPORT_DEADLINE_MS = 180_000;

/**
 * Starts the import of a batch; returns one record per device, in the order sent. After a `timeout` look at the list
 * before sending it again: Graph may have taken it.
 */
export async function importDevices(
  client: GraphClient,
  devices: readonly DeviceToImport[],
  signal: AbortSignal,
): Promise<readonly ImportedDevice[]> {
  const answer = await client.send(
    {
      ...write,
      path: `${BASE}/import`,
      body: { importedWindowsAutopilotDeviceIdentities: devices.map(wireOf) },
      deadlineMs: IMPORT_DEADLINE_MS,
    },
    signal,
  );
  return readRows(parseAnswer(z.object({ value: z.array(z.unknown()) }), answer).value, importedDevice);
}

function wireOf(device: DeviceToImport) {
  return {
    '@odata.type': '#microsoft.graph.importedWindowsAutopilotDeviceIdentity',
    serialNumber: device.serialNumber,
    hardwareIdentifier: device.hardwareHash,
    productKey: device.productKeyId ?? '',
    groupTag: device.groupTag ?? '',
    assignedUserPrincipalName: device.assignedUserPrincipalName ?? '',
    importId: device.importId,
  };
}

/** All import records of the tenant, page by page, whoever made them. */
export function listImportedDevices(
  client: GraphClient,
  signal: AbortSignal,
): AsyncGenerator<readonly ImportedDevice[], boolean> {
  return readPages(client, { ...read, path: BASE }, importedDevice, signal);
}

/** Many records by their ids, twenty to a request: null where Graph has none any more, the error where it failed. */
export async function getImportedDevices(
  client: GraphClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ImportedDevice | GraphError | null>> {
  const calls = ids.map((id) => ({ id, method: 'GET' as const, path: `${BASE}/${encodeURIComponent(id)}` }));
  const outcomes = await sendBatch(
    client,
    { version: versions.importedDevices, scope: read.scope, isRead: true, calls },
    signal,
  );
  return new Map([...outcomes].map(([id, outcome]) => [id, readOutcome(outcome, importedDevice, 'an import')]));
}

/** Deletes many import records, twenty to a request; returns the ids of those that are still there. */
export async function removeImportedDevices(
  client: GraphClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const calls = ids.map((id) => ({ id, method: 'DELETE' as const, path: `${BASE}/${encodeURIComponent(id)}` }));
  const outcomes = await sendBatch(
    client,
    { version: versions.importedDevices, scope: write.scope, isRead: false, calls },
    signal,
  );
  return [...outcomes].flatMap(([id, outcome]) => (outcome.ok || outcome.error.kind === 'notFound' ? [] : [id]));
}
