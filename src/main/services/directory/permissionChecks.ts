import type { z } from 'zod';
import type { permissionCheck } from '../../../shared/directory/permissionCheck.ts';
import {
  permissionFindingWords,
  workflowWords,
  type PermissionFinding,
  type PermissionRole,
  type Workflow,
} from '../../../shared/directory/permissionWords.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import type { GraphCall } from '../../graph/graphCall.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError, type GraphErrorKind } from '../../graph/graphError.ts';
import { versions } from '../../graph/versions.ts';
import { isIntuneAdministrator } from '../../graph/resources/directoryRoles.ts';
import type { Permission } from '../../../shared/directory/permissions.ts';

type By = TenantView['signIn']['by'];
type Check = z.infer<typeof permissionCheck>['checks'][number];

interface Account {
  readonly by: By;
  /** Whether it holds a role that may do everything in Intune. */
  readonly isAdministrator: boolean;
}

interface Probe {
  readonly purpose: Workflow;
  readonly scope: Permission;
  /** A read that costs little and needs the same rights. */
  readonly call: Pick<GraphCall, 'version' | 'path' | 'headers'>;
  /** Who can help where it is refused although the permission is granted. */
  readonly role: PermissionRole;
  /** Whether the work writes, which a read cannot prove: nothing is changed at Microsoft to find out. */
  readonly isWrite?: boolean;
}

const autopilotDevices = '/deviceManagement/windowsAutopilotDeviceIdentities?$top=1';
const probes: readonly Probe[] = [
  {
    purpose: 'followDevices',
    scope: 'DeviceManagementServiceConfig.Read.All',
    call: { version: versions.readAutopilotDevices, path: autopilotDevices },
    role: 'intune',
  },
  {
    purpose: 'checkProfiles',
    scope: 'DeviceManagementServiceConfig.Read.All',
    call: { version: versions.deploymentProfiles, path: '/deviceManagement/windowsAutopilotDeploymentProfiles?$top=1' },
    role: 'intune',
  },
  {
    purpose: 'changeDevices',
    scope: 'DeviceManagementServiceConfig.ReadWrite.All',
    call: {
      version: versions.importedDevices,
      path: '/deviceManagement/importedWindowsAutopilotDeviceIdentities?$top=1',
    },
    role: 'intune',
    isWrite: true,
  },
  {
    purpose: 'seeEnrollment',
    scope: 'DeviceManagementManagedDevices.Read.All',
    call: { version: versions.changeManagedDevices, path: '/deviceManagement/managedDevices?$top=1' },
    role: 'intune',
  },
  {
    purpose: 'deleteIntuneRecord',
    scope: 'DeviceManagementManagedDevices.ReadWrite.All',
    call: { version: versions.changeManagedDevices, path: '/deviceManagement/managedDevices?$top=1' },
    role: 'intune',
    isWrite: true,
  },
  {
    purpose: 'findUsers',
    scope: 'User.ReadBasic.All',
    call: { version: versions.directory, path: '/users?$top=1&$select=id' },
    role: 'directory',
  },
  {
    purpose: 'seeUserLicences',
    scope: 'User.Read.All',
    call: { version: versions.directory, path: '/users?$top=1&$select=id,accountEnabled,assignedLicenses' },
    role: 'directory',
  },
  {
    purpose: 'seeEntraDevice',
    scope: 'Device.Read.All',
    call: { version: versions.directory, path: '/devices?$top=1&$select=id' },
    role: 'directory',
  },
  {
    purpose: 'seeGroups',
    scope: 'GroupMember.Read.All',
    call: { version: versions.directory, path: '/groups?$top=1&$select=id,displayName' },
    role: 'directory',
  },
  {
    purpose: 'seeApps',
    scope: 'DeviceManagementApps.Read.All',
    call: { version: versions.mobileApps, path: '/deviceAppManagement/mobileApps?$top=1&$select=id' },
    role: 'intune',
  },
  {
    purpose: 'checkPreparation',
    scope: 'DeviceManagementConfiguration.Read.All',
    call: { version: versions.configurationPolicies, path: '/deviceManagement/configurationPolicies?$top=1' },
    role: 'intune',
  },
  {
    purpose: 'checkPreparationScripts',
    scope: 'DeviceManagementScripts.Read.All',
    call: { version: versions.deviceScripts, path: '/deviceManagement/deviceManagementScripts?$top=1' },
    role: 'intune',
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
  const { purpose, scope, isWrite = false } = probe;
  const answer = (state: Check['state'], finding: PermissionFinding): Check => ({
    purpose,
    workflow: workflowWords[purpose],
    permission: scope,
    state,
    finding,
    sentence: permissionFindingWords(finding),
  });
  try {
    await client.send({ ...probe.call, method: 'GET', scope }, signal);
    const isProven = !isWrite || account.isAdministrator;
    return answer(isProven ? 'works' : 'unproven', granted(probe, account));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (refusedKinds.has(error.kind))
      return answer('refused', { code: 'directory.microsoftSays', message: error.message });
    if (error.kind !== 'forbidden') throw error;
    return error.code === 'consentNeeded'
      ? answer('notGranted', { code: 'directory.notGranted', permission: scope })
      : answer('refused', refused(probe, account.by));
  }
}

function granted({ scope, isWrite = false, role }: Probe, { by, isAdministrator }: Account): PermissionFinding {
  if (!isWrite) return { code: 'directory.works', permission: scope };
  if (isAdministrator) return { code: 'directory.administers' };
  return by === 'certificate'
    ? { code: 'directory.appMayWrite', permission: scope }
    : { code: 'directory.roleMayWrite', role };
}

function refused({ scope, role }: Probe, by: By): PermissionFinding {
  return by === 'certificate'
    ? { code: 'directory.appRefused', permission: scope }
    : { code: 'directory.roleRefused', role };
}
