import type { StatusPage } from '../../src/shared/esp/statusPage.ts';

/** A status page that shows progress for an hour, assigned to nobody. */
export function statusPageNamed(name: string, change: Partial<StatusPage> = {}): StatusPage {
  return {
    id: name,
    name,
    description: null,
    isDefault: false,
    priority: 1,
    showsProgress: true,
    timeoutMinutes: 60,
    errorMessage: null,
    collectsLogs: true,
    firstStartOnly: true,
    installsUpdates: false,
    blocksUse: true,
    allowsReset: false,
    allowsUse: false,
    blockingApps: [],
    failsForBlockingOnly: false,
    firstUserOnly: true,
    createdAt: null,
    modifiedAt: null,
    assignments: [],
    others: {},
    ...change,
  };
}

/** The page that is there from the start: no progress, and priority 0. */
export const defaultPage = statusPageNamed('Default', {
  isDefault: true,
  priority: 0,
  showsProgress: false,
  timeoutMinutes: 0,
  blocksUse: false,
  collectsLogs: false,
});

/** An assignment to a group. */
export const toGroup = (groupId: string) => ({ target: 'group', groupId, hasFilter: false });
export const notToGroup = (groupId: string) => ({ target: 'exclusionGroup', groupId, hasFilter: false });
export const toAll = { target: 'allDevices', groupId: null, hasFilter: false };
export const toUsers = { target: 'allLicensedUsers', groupId: null, hasFilter: false };
