import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import { getAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import { findEntraDevices, type EntraDevice, type WantedEntraDevices } from '../../graph/resources/entraDevices.ts';
import { getManagedDevicesWithJoin } from '../../graph/resources/managedDevices.ts';
import { findAutopilotRecord, type FoundRecords, type TwinsOfDevice } from './findRemovalRecords.ts';
import { wantedInEntra } from './wantedInEntra.ts';

/** Why the records of one device are not known. */
export type NotFoundOut = GraphError | AppError;

/**
 * The same as `findRemovalRecords` for many devices of one tenant, twenty to a request. What fails for one device, fails for it
 * alone; only devices without a ZTDID are looked for one by one.
 */
export async function findRecordsOfMany(
  client: GraphClient,
  devices: TwinsOfDevice,
  wanted: readonly DeviceRecord[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FoundRecords | NotFoundOut>> {
  const found = new Map<string, FoundRecords | NotFoundOut>();
  const autopilot = await autopilotOf(client, devices, wanted, signal);
  const known = wanted.flatMap((device) => {
    const record = autopilot.get(device.id) ?? null;
    if (isFailure(record)) found.set(device.id, record);
    return isFailure(record) ? [] : [{ device, record, managedId: record?.managedDeviceId ?? device.managedDeviceId }];
  });

  const managedIds = known.flatMap(({ managedId }) => managedId ?? []);
  const managed = await eachOrFailure(managedIds, (ids) => getManagedDevicesWithJoin(client, ids, signal));

  const read = known.flatMap(({ device, record, managedId }) => {
    const intune = (managedId === null ? null : managed.get(managedId)) ?? null;
    if (isFailure(intune)) found.set(device.id, intune);
    return isFailure(intune) ? [] : [{ device, autopilot: record, managed: intune }];
  });
  const entraWanted = read.map(({ device, autopilot, managed }) => wantedInEntra(device, autopilot, managed));
  const entra = await findEntraOf(client, entraWanted, signal);
  for (const { device, ...records } of read) {
    const inEntra = entra.get(device.id);
    found.set(device.id, isFailure(inEntra) ? inEntra : { ...records, entra: inEntra });
  }
  return found;
}

export const isFailure = (found: unknown): found is NotFoundOut =>
  found instanceof GraphError || found instanceof AppError;

async function autopilotOf(
  client: GraphClient,
  devices: TwinsOfDevice,
  wanted: readonly DeviceRecord[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, AutopilotDevice | NotFoundOut | null>> {
  const found = new Map<string, AutopilotDevice | NotFoundOut | null>();
  const ztdIds = wanted.flatMap(({ ztdId }) => ztdId ?? []);
  const byZtdId = await eachOrFailure(ztdIds, (ids) => getAutopilotDevices(client, ids, signal));
  for (const device of wanted) {
    found.set(
      device.id,
      device.ztdId === null
        ? await orFailure(() => findAutopilotRecord(client, devices, device, signal))
        : (byZtdId.get(device.ztdId) ?? null),
    );
  }
  return found;
}

/** Undefined where the account may not read Entra devices: they are only shown, never touched. */
async function findEntraOf(
  client: GraphClient,
  wanted: readonly WantedEntraDevices[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly EntraDevice[] | GraphError | undefined>> {
  const keys = wanted.map(({ key }) => key);
  const found = await eachOrFailure(keys, () => findEntraDevices(client, wanted, signal));
  return new Map(
    [...found].map(([key, entra]) => [
      key,
      entra === null || (entra instanceof GraphError && entra.kind === 'forbidden') ? undefined : entra,
    ]),
  );
}

/** Where nothing could be read at all, each failed. */
async function eachOrFailure<Value>(
  keys: readonly string[],
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value | GraphError | null>>,
): Promise<ReadonlyMap<string, Value | GraphError | null>> {
  const each = [...new Set(keys)];
  try {
    return await read(each);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return new Map(each.map((key) => [key, error]));
  }
}

async function orFailure<Value>(read: () => Promise<Value>): Promise<Value | NotFoundOut> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GraphError || error instanceof AppError) return error;
    throw error;
  }
}
