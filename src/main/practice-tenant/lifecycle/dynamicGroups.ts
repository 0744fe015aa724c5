import type { GroupRow, PracticeDeviceRow } from '../state/rows.ts';

/** The `physicalIds` that Entra shows for an Autopilot device. */
export function physicalIdsOf(ztdId: string, groupTag: string): readonly string[] {
  return [`[ZTDID]:${ztdId}`, ...(groupTag === '' ? [] : [`[OrderID]:${groupTag}`])];
}

/**
 * Whether a device is in a dynamic group. Knows the two rules that Microsoft's pages give for Autopilot,
 * `-startsWith "[ZTDID]"` and `-eq "[OrderID]:tag"`; the bracketed prefix is case-sensitive (memdocs#2416), the tag is not.
 */
export function isInDynamicGroup(
  group: Pick<GroupRow, 'membershipRule'>,
  device: Pick<PracticeDeviceRow, 'id' | 'groupTag'>,
): boolean {
  const match = /-any \(_ -(eq|startsWith) "(\[\w+\])(?::([^"]*))?"\)/.exec(group.membershipRule ?? '');
  if (!match) return false;
  const [, operator, prefix = '', value = ''] = match;
  const wanted = value.toLowerCase();
  return physicalIdsOf(device.id, device.groupTag).some((id) => {
    if (!id.startsWith(`${prefix}:`)) return false;
    const actual = id.slice(prefix.length + 1).toLowerCase();
    return operator === 'eq' ? actual === wanted : actual.startsWith(wanted);
  });
}
