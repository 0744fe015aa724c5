/** How one page of a list is read from its indexes. */
export type ListPlan =
  /** In the order of the list, looking at each device until the page is full. */
  | 'walk'
  /** First the row numbers of all that match, then in the order of the list those that are among them. */
  | 'set'
  /** All that match, sorted. */
  | 'sort';

/** About how many devices may be looked at one by one for one page. */
const FEW = 3_000;

/**
 * The plan that looks at the fewest devices.
 * @param matching how many devices the filter keeps
 * @param total how many there are in the order that would be walked
 * @param end the number of matching devices up to the end of the page
 */
export function planList(matching: number, total: number, end: number): ListPlan {
  if (matching === total) return 'walk';
  if (matching <= FEW) return 'sort';
  const walked = Math.ceil((Math.min(end, matching) / matching) * total);
  return walked <= FEW ? 'walk' : 'set';
}
