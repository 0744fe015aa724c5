import { sendBatch } from '../batch.ts';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { collect, readPages, type Collected } from '../paging.ts';
import { deleteOne, readOne, readOutcome } from '../readOne.ts';
import { versions } from '../versions.ts';
import {
  autopilotDevice,
  autopilotDeviceRow,
  type AutopilotDevice,
  type AutopilotDeviceRow,
} from './autopilotDeviceWire.ts';

/** What is left out stays as it is; an empty text clears the group tag or the name. */
export interface AutopilotDeviceProperties {
  readonly groupTag?: string;
  readonly displayName?: string;
  readonly userPrincipalName?: string;
  readonly addressableUserName?: string;
}

export interface AutopilotDeviceChange {
  readonly ztdId: string;
  readonly properties: AutopilotDeviceProperties;
}

const BASE = '/deviceManagement/windowsAutopilotDeviceIdentities';
// Beta alone tells the profile status. No $select: the endpoint has answered 500 to it (DeviceOffboardingManager#65).
const read = {
  version: versions.readAutopilotDevices,
  method: 'GET',
  scope: 'DeviceManagementServiceConfig.Read.All',
} as const satisfies Partial<GraphCall>;
const write = {
  version: versions.changeAutopilotDevices,
  method: 'POST',
  scope: 'DeviceManagementServiceConfig.ReadWrite.All',
} as const satisfies Partial<GraphCall>;

const pathOf = (ztdId: string): string => `${BASE}/${encodeURIComponent(ztdId)}`;
const fullPathOf = (ztdId: string): string => `${pathOf(ztdId)}?$expand=deploymentProfile,intendedDeploymentProfile`;

/** All devices of the tenant, page by page, each device once; returns whether the list came whole. */
export function listAutopilotDevices(
  client: GraphClient,
  signal: AbortSignal,
): AsyncGenerator<readonly AutopilotDeviceRow[], boolean> {
  return readPages(client, { ...read, path: BASE }, autopilotDeviceRow, signal);
}

/** The device in full, or null where Graph does not know the ZTDID (yet). */
export function getAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<AutopilotDevice | null> {
  return readOne(client, { ...read, path: fullPathOf(ztdId) }, autopilotDevice, signal);
}

/** Many devices in full, twenty to a request, by ZTDID: null where Graph does not know it, the error where it failed. */
export async function getAutopilotDevices(
  client: GraphClient,
  ztdIds: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, AutopilotDevice | GraphError | null>> {
  const calls = ztdIds.map((ztdId) => ({ id: ztdId, method: 'GET' as const, path: fullPathOf(ztdId) }));
  const outcomes = await sendBatch(client, { version: read.version, scope: read.scope, isRead: true, calls }, signal);
  return new Map([...outcomes].map(([ztdId, outcome]) => [ztdId, readOutcome(outcome, autopilotDevice, 'a device')]));
}

/**
 * All devices with this serial number, without regard to case. Graph filters serial numbers only with `contains`, and
 * refuses some texts. Then the longest run of letters and digits in the serial number is asked for, and at last the
 * whole list is read. The whole list is also read where an answer was cut off: the missing row may be the device.
 */
export async function findAutopilotDevices(
  client: GraphClient,
  serialNumber: string | null,
  signal: AbortSignal,
): Promise<Collected<AutopilotDeviceRow>> {
  if (serialNumber === null) return { rows: [], isWhole: true };
  const wanted = serialNumber.trim().toLowerCase();
  const isWanted = (row: AutopilotDeviceRow): boolean => row.serialNumber?.trim().toLowerCase() === wanted;
  let best: Collected<AutopilotDeviceRow> = { rows: [], isWhole: false };
  for (const path of [...searchPathsOf(serialNumber.trim()), BASE]) {
    try {
      const { rows, isWhole } = await collect(readPages(client, { ...read, path }, autopilotDeviceRow, signal));
      const found = { rows: rows.filter(isWanted), isWhole };
      if (isWhole) return found;
      if (found.rows.length > best.rows.length) best = found;
    } catch (error) {
      if (path === BASE || !(error instanceof GraphError) || error.kind !== 'badRequest') throw error;
    }
  }
  return best;
}

/** The texts to filter by, in turn: the part before the first space, then the longest run of letters and digits. */
function searchPathsOf(serialNumber: string): readonly string[] {
  const beforeSpace = serialNumber.split(' ')[0] ?? '';
  const runs = serialNumber.match(/[a-z0-9]+/gi) ?? [];
  const longestRun = [...runs].sort((one, other) => other.length - one.length)[0] ?? '';
  const parts = new Set([beforeSpace, longestRun].filter((part) => part !== ''));
  return [...parts].map((part) => {
    const filter = `contains(serialNumber,'${part.replaceAll("'", "''")}')`;
    return `${BASE}?$filter=${encodeURIComponent(filter)}`;
  });
}

/**
 * Changes group tag, name or user of many devices, twenty to a request; tells by ZTDID which failed and why. What was sent
 * shows only after a while: read it back.
 */
export async function updateAutopilotDevices(
  client: GraphClient,
  changes: readonly AutopilotDeviceChange[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, GraphError | null>> {
  const calls = changes.map(({ ztdId, properties }) => ({
    id: ztdId,
    method: 'POST' as const,
    path: `${pathOf(ztdId)}/updateDeviceProperties`,
    body: properties,
  }));
  const outcomes = await sendBatch(
    client,
    { version: write.version, scope: write.scope, isRead: false, calls },
    signal,
  );
  return new Map([...outcomes].map(([ztdId, outcome]) => [ztdId, outcome.ok ? null : outcome.error]));
}

/** The older way to assign a user: for tenants where `updateAutopilotDevices` does not do it (microsoft-graph-docs#11620). */
export async function assignUserToAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  user: { readonly userPrincipalName: string; readonly addressableUserName: string },
  signal: AbortSignal,
): Promise<void> {
  await client.send({ ...write, path: `${pathOf(ztdId)}/assignUserToDevice`, body: user }, signal);
}

/** Takes effect at Microsoft some time after the answer: read the device again to know. */
export async function unassignUserFromAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<void> {
  await client.send({ ...write, path: `${pathOf(ztdId)}/unassignUserFromDevice`, body: {} }, signal);
}

/** Queues the removal; the row stays until the next synchronisation. `gone` where it was not there any more. */
export async function removeAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<'queued' | 'gone'> {
  const done = await deleteOne(client, { ...write, method: 'DELETE', path: pathOf(ztdId) }, signal);
  return done === 'gone' ? 'gone' : 'queued';
}

/** Unblocks a device that was enrolled without a user, so that it can be pre-provisioned again. */
export async function allowNextEnrollment(client: GraphClient, ztdId: string, signal: AbortSignal): Promise<void> {
  const version = versions.unblockAutopilotDevices;
  await client.send({ ...write, version, path: `${pathOf(ztdId)}/allowNextEnrollment`, body: {} }, signal);
}
