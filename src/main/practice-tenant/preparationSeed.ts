import type { TenantState } from './state/openState.ts';

/** What Contoso Practice has set up for device preparation, as Microsoft’s page says it should be. */
const apps = [
  { displayName: 'Company Portal', type: 'winGetApp' },
  { displayName: 'Microsoft 365 Apps', type: 'officeSuiteApp' },
  { displayName: 'Depot agent', type: 'win32LobApp' },
] as const;
const scripts = ['Set the time zone'] as const;

/** Fills a tenant that has no policy of device preparation with one that works, its groups, apps and scripts. */
export function seedPreparation(state: TenantState, now: number): void {
  if (state.preparationPolicies.all().length > 0) return;
  const deviceGroupId = addGroup(state, 'Device preparation · devices', 1);
  const userGroupId = addGroup(state, 'Device preparation · users', 0);
  for (const { displayName, type } of apps) {
    const id = state.newId('mobileApp', displayName);
    state.mobileApps.insert({ id, displayName, type, runAs: 'system', requiredGroupId: deviceGroupId });
  }
  for (const displayName of scripts) {
    const id = state.newId('deviceScript', displayName);
    state.deviceScripts.insert({ id, displayName, runAs: 'system', groupId: deviceGroupId });
  }
  const name = 'Device preparation · user-driven';
  state.preparationPolicies.insert({
    id: state.newId('preparationPolicy', name),
    name,
    description: 'Prepares devices that Windows Autopilot does not know, when somebody of its users signs in.',
    priority: 1,
    minutes: 60,
    deviceGroupId,
    userGroupId,
    validates: 0,
    createdAt: now,
  });
}

function addGroup(state: TenantState, displayName: string, hasProvisioningOwner: 0 | 1): string {
  const id = state.newId('group', displayName);
  const kind = { membershipRule: null, isRoleAssignable: 0 };
  state.groups.insert({ id, displayName, description: '', ...kind, hasProvisioningOwner });
  return id;
}
