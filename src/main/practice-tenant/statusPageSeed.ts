import { fixedId } from './fixedId.ts';
import { isInDynamicGroup } from './lifecycle/dynamicGroups.ts';
import type { TenantState } from './state/openState.ts';
import type { PracticeDeviceRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

/** A status page that somebody made, for the devices of one group. */
export interface PracticeStatusPage {
  readonly displayName: string;
  readonly description: string;
  readonly priority: number;
  readonly group: string;
  readonly showsProgress: boolean;
  readonly timeoutMinutes: number;
  readonly blockingApps: readonly string[];
}

/** The page of a tag comes before that of all devices, which have it too. */
const pages: readonly PracticeStatusPage[] = [
  {
    displayName: 'ESP kiosk',
    description: 'Group tag Kiosk; gives up early.',
    priority: 1,
    group: 'Autopilot Kiosk',
    showsProgress: true,
    timeoutMinutes: 45,
    blockingApps: [],
  },
  {
    displayName: 'ESP hybrid without progress',
    description: 'Group tag Hybrid; shows no progress, so that the reseal can come too early.',
    priority: 2,
    group: 'Autopilot Hybrid',
    showsProgress: false,
    timeoutMinutes: 0,
    blockingApps: [],
  },
  {
    displayName: 'ESP workshop',
    description: 'All other Autopilot devices.',
    priority: 3,
    group: 'Autopilot devices',
    showsProgress: true,
    timeoutMinutes: 90,
    blockingApps: ['Company Portal', 'Depot agent'],
  },
];

export const DEFAULT_PAGE = 'All users and all devices';

/** The id of a page, by which kind of configuration Graph tells it apart. */
export const statusPageId = (tenant: Pick<Tenant, 'state'>, name: string): string =>
  `${fixedId(tenant, name)}_${name === DEFAULT_PAGE ? 'Default' : ''}Windows10EnrollmentCompletionPageConfiguration`;

/** The name of the page that a device gets: the first whose group it is in, else the default one. */
export function pageOfDevice({ groups }: TenantState, device: PracticeDeviceRow): string {
  const names = new Set(groups.all().flatMap((group) => (isInDynamicGroup(group, device) ? [group.displayName] : [])));
  return pages.find(({ group }) => names.has(group))?.displayName ?? DEFAULT_PAGE;
}

/** The pages besides the default one, each with the group that has it. They are fixed: nobody changes them by Graph. */
export function statusPagesOf({ groups }: Pick<TenantState, 'groups'>) {
  const byName = new Map(groups.all().map(({ id, displayName }) => [displayName, id]));
  return pages.flatMap((page) => {
    const groupId = byName.get(page.group);
    return groupId === undefined ? [] : [{ page, groupId }];
  });
}
