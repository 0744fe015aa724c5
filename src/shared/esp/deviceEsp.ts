import { z } from 'zod';
import { inWinningOrder } from './winningOrder.ts';
import type { StatusPage } from './statusPage.ts';

/** Why it is not known which page a device gets. */
export const espDoubt = z.enum(['pagesNotRead', 'assignmentsNotRead', 'groupsNotRead', 'filter', 'users']);
export type EspDoubt = z.infer<typeof espDoubt>;

/** What is known of the Enrollment Status Page that a device gets. */
export const deviceEsp = z.object({
  /** The pages that it may get, the strongest first; where it is known, that one alone. */
  pages: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether the page shows progress, and so holds the device; null where that cannot be told. */
  isOn: z.boolean().nullable(),
  /** After how many minutes it gives up; null where that cannot be told, or the page is off. */
  timeoutMinutes: z.number().int().nullable(),
  /** Empty where the page is known. */
  doubts: z.array(espDoubt),
});
export type DeviceEsp = z.infer<typeof deviceEsp>;

/** Nothing is known as long as nobody has read the pages. */
export const unreadEsp: DeviceEsp = { pages: [], isOn: null, timeoutMinutes: null, doubts: ['pagesNotRead'] };

/**
 * What is known of the page that a device gets at the bench. Where several pages may be meant, what all of them say is known
 * all the same. @param groupIds the groups that the device is in; null where Entra was not asked
 */
export function espOf(
  pages: readonly StatusPage[],
  groupIds: readonly string[] | null,
  arePagesWhole: boolean,
): DeviceEsp {
  const doubts = new Set<EspDoubt>(arePagesWhole ? [] : ['pagesNotRead']);
  const candidates: StatusPage[] = [];
  for (const page of inWinningOrder(pages)) {
    const reached = reaches(page, groupIds);
    if (reached === false) continue;
    candidates.push(page);
    if (reached === true) break;
    doubts.add(reached);
  }
  return {
    pages: candidates.map(({ id, name }) => ({ id, name })),
    isOn: arePagesWhole ? agreed(candidates.map(({ showsProgress }) => showsProgress)) : null,
    timeoutMinutes: arePagesWhole ? agreed(candidates.map(timeoutOf)) : null,
    doubts: [...doubts],
  };
}

/** A page that is off has no time-out. */
const timeoutOf = ({ showsProgress, timeoutMinutes }: StatusPage): number | null =>
  showsProgress === true && timeoutMinutes !== null && timeoutMinutes > 0 ? timeoutMinutes : null;

const agreed = <Value>(values: readonly (Value | null)[]): Value | null =>
  values.every((value) => value === values[0]) ? (values[0] ?? null) : null;

/** Whether a page reaches a device; a doubt where that cannot be told. */
function reaches({ isDefault, assignments }: StatusPage, groupIds: readonly string[] | null): boolean | EspDoubt {
  if (isDefault) return true;
  if (assignments === null) return 'assignmentsNotRead';
  const excluding = assignments.filter(({ target }) => target === 'exclusionGroup');
  const verdicts = assignments.filter((one) => !excluding.includes(one)).map((one) => includes(one, groupIds));
  const included = verdicts.find((verdict) => verdict === true) ?? verdicts.find((verdict) => verdict !== false);
  if (included === undefined) return false;
  if (excluding.length === 0) return included;
  if (groupIds === null) return 'groupsNotRead';
  return excluding.some(({ groupId }) => groupId !== null && groupIds.includes(groupId)) ? false : included;
}

type Assignment = NonNullable<StatusPage['assignments']>[number];

function includes({ target, groupId, hasFilter }: Assignment, groupIds: readonly string[] | null): boolean | EspDoubt {
  switch (target) {
    case 'allDevices':
      return hasFilter ? 'filter' : true;
    case 'group':
      if (groupIds === null) return 'groupsNotRead';
      if (groupId === null || !groupIds.includes(groupId)) return false;
      return hasFilter ? 'filter' : true;
    // Whose device it will be is not known while a device is set up at the bench.
    case 'allLicensedUsers':
      return 'users';
    default:
      return 'assignmentsNotRead';
  }
}
