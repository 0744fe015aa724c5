import type { z } from 'zod';
import type { permissionCheck } from '../../../shared/directory/permissionCheck.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import type { GraphCall } from '../../graph/graphCall.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError, type GraphErrorKind } from '../../graph/graphError.ts';
import { isIntuneAdministrator } from '../../graph/resources/directoryRoles.ts';
import { scopeReasons, type Scope } from '../../graph/signIn/scopes.ts';

type By = TenantView['signIn']['by'];
type Check = z.infer<typeof permissionCheck>['checks'][number];

interface Account {
  readonly by: By;
  /** Whether it holds a role that may do everything in Intune. */
  readonly isAdministrator: boolean;
}

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
    workflow: 'See enrollment and the deployment report',
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

/** What a refusal says about one workflow alone, such as that the tenant or its cloud does not have it. */
const refusedKinds: ReadonlySet<GraphErrorKind> = new Set(['badRequest', 'notFound', 'protocol']);

/**
 * Tries a cheap read for every workflow with that workflow's permission, and says of each what is missing. Whether the account
 * may write is proven by a role of the directory that may do everything in Intune; a role of Intune's own that allows reading
 * and not writing shows only at the first write.
 * @throws GraphError when Graph cannot be asked at all
 */
export async function tryPermissions(client: GraphClient, by: By, signal: AbortSignal): Promise<readonly Check[]> {
  const isAdministrator = by === 'person' && (await holdsAdministratorRole(client, signal));
  const checks: Check[] = [];
  for (const probe of probes) checks.push(await check(client, probe, { by, isAdministrator }, signal));
  return checks;
}

async function holdsAdministratorRole(client: GraphClient, signal: AbortSignal): Promise<boolean> {
  try {
    return await isIntuneAdministrator(client, signal);
  } catch (error) {
    // Not being told proves nothing, and the other checks go on.
    if (error instanceof GraphError && (error.kind === 'forbidden' || refusedKinds.has(error.kind))) return false;
    throw error;
  }
}

async function check(client: GraphClient, probe: Probe, account: Account, signal: AbortSignal): Promise<Check> {
  const { workflow, scope, isWrite = false } = probe;
  const answer = { workflow, permission: scope };
  try {
    await client.send({ ...probe.call, method: 'GET', scope }, signal);
    const isProven = !isWrite || account.isAdministrator;
    return { ...answer, state: isProven ? 'works' : 'unproven', sentence: granted(probe, account) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (refusedKinds.has(error.kind)) return { ...answer, state: 'refused', sentence: error.message };
    if (error.kind !== 'forbidden') throw error;
    return error.code === 'consentNeeded'
      ? { ...answer, state: 'notGranted', sentence: notGranted(scope) }
      : { ...answer, state: 'refused', sentence: refused(probe, account.by) };
  }
}

function granted({ scope, isWrite = false, role }: Probe, { by, isAdministrator }: Account): string {
  if (!isWrite) return `Reseal uses it ${scopeReasons[scope]}.`;
  if (isAdministrator) {
    return 'The permission is granted, reading works, and the account administers Intune, so that it may write. Nothing was changed to try it.';
  }
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
