import type { TenantState } from './state/openState.ts';

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

/** The pages besides the default one, each with the group that has it. They are fixed: nobody changes them by Graph. */
export function statusPagesOf({ groups }: Pick<TenantState, 'groups'>) {
  const byName = new Map(groups.all().map(({ id, displayName }) => [displayName, id]));
  return pages.flatMap((page) => {
    const groupId = byName.get(page.group);
    return groupId === undefined ? [] : [{ page, groupId }];
  });
}
