import type { z } from 'zod';
import type { permissionCheck, TenantView } from '../../../shared/api/contract/microsoft.ts';
import type { GraphCall } from '../../graph/graphCall.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import { scopeReasons, type Scope } from '../../graph/signIn/scopes.ts';

type By = TenantView['signIn']['by'];
type Check = z.infer<typeof permissionCheck>['checks'][number];

interface Probe {
  readonly workflow: string;
  readonly scope: Scope;
  /** A read that costs little and needs the same rights. */
  readonly call: Pick<GraphCall, 'version' | 'path' | 'headers'>;
  /** Who can help where it is refused although the permission is granted. */
  readonly role: string;
  /** Whether the work writes, which a read cannot prove: nothing is changed at Microsoft to find out. */
  readonly isWrite?: boolean;
}

const INTUNE_ROLE =
  'the account needs the Intune role Policy and Profile Manager or the custom role "Enrollment programs", and the tenant an Intune licence: ask an Intune administrator';
const DIRECTORY_ROLE = 'ask an Entra administrator to let the account read the directory';

const autopilotDevices = '/deviceManagement/windowsAutopilotDeviceIdentities?$top=1';
const probes: readonly Probe[] = [
  {
    workflow: 'Follow devices and their profiles',
    scope: 'DeviceManagementServiceConfig.Read.All',
    call: { version: 'beta', path: autopilotDevices },
    role: INTUNE_ROLE,
  },
  {
    workflow: 'Check deployment profiles',
    scope: 'DeviceManagementServiceConfig.Read.All',
    call: { version: 'beta', path: '/deviceManagement/windowsAutopilotDeploymentProfiles?$top=1' },
    role: INTUNE_ROLE,
  },
  {
    workflow: 'Register, change, synchronise and deregister devices',
    scope: 'DeviceManagementServiceConfig.ReadWrite.All',
    call: { version: 'v1.0', path: '/deviceManagement/importedWindowsAutopilotDeviceIdentities?$top=1' },
    role: INTUNE_ROLE,
    isWrite: true,
  },
  {
    workflow: 'See enrolment and the deployment report',
    scope: 'DeviceManagementManagedDevices.Read.All',
    call: { version: 'v1.0', path: '/deviceManagement/managedDevices?$top=1' },
    role: INTUNE_ROLE,
  },
  {
    workflow: 'Delete the Intune record when deregistering',
    scope: 'DeviceManagementManagedDevices.ReadWrite.All',
    call: { version: 'v1.0', path: '/deviceManagement/managedDevices?$top=1' },
    role: INTUNE_ROLE,
    isWrite: true,
  },
  {
    workflow: 'Find users',
    scope: 'User.ReadBasic.All',
    call: { version: 'v1.0', path: '/users?$top=1&$select=id' },
    role: DIRECTORY_ROLE,
  },
  {
    workflow: 'See whether a user is enabled and licensed',
    scope: 'User.Read.All',
    call: { version: 'v1.0', path: '/users?$top=1&$select=id,accountEnabled,assignedLicenses' },
    role: DIRECTORY_ROLE,
  },
  {
    workflow: 'Show the Entra device when deregistering',
    scope: 'Device.Read.All',
    call: { version: 'v1.0', path: '/devices?$top=1&$select=id' },
    role: DIRECTORY_ROLE,
  },
];

/**
 * Tries a cheap read for every workflow with that workflow's permission, and says of each what is missing. A role that
 * allows reading and not writing shows only at the first write.
 * @throws GraphError when Graph cannot be asked at all
 */
export async function checkPermissions(client: GraphClient, by: By, signal: AbortSignal): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const probe of probes) checks.push(await check(client, probe, by, signal));
  return checks;
}

async function check(client: GraphClient, probe: Probe, by: By, signal: AbortSignal): Promise<Check> {
  const { workflow, scope, isWrite = false } = probe;
  const answer = { workflow, permission: scope };
  try {
    await client.send({ ...probe.call, method: 'GET', scope }, signal);
    return { ...answer, state: isWrite ? 'unproven' : 'works', sentence: granted(probe, by) };
  } catch (error) {
    if (!(error instanceof GraphError) || error.kind !== 'forbidden') throw error;
    return error.code === 'consentNeeded'
      ? { ...answer, state: 'notGranted', sentence: notGranted(scope) }
      : { ...answer, state: 'refused', sentence: refused(probe, by) };
  }
}

function granted({ scope, isWrite = false, role }: Probe, by: By): string {
  if (!isWrite) return `Reseal uses it ${scopeReasons[scope]}.`;
  return by === 'certificate'
    ? `Reading works. Whether the app may write shows at the first change: it needs the application permission ${scope}.`
    : `The permission is granted and reading works. Whether the role lets the account write shows at the first change: ${role}.`;
}

function notGranted(scope: Scope): string {
  return `The permission ${scope} is not granted, which Reseal needs ${scopeReasons[scope]}: ask for it, or have an administrator grant it to the app.`;
}

function refused({ scope, role }: Probe, by: By): string {
  return by === 'certificate'
    ? `Microsoft refuses it to the app: have an administrator grant it the application permission ${scope}, not only the delegated one, and see that the tenant has an Intune licence.`
    : `Microsoft refuses it although the permission may be granted: ${role}.`;
}
