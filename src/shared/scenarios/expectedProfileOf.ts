import { z } from 'zod';
import type { DeviceRecord } from '../devices/device.ts';

/** The profile that a device is to get, and who says so. */
export const expectedProfile = z.object({
  name: z.string(),
  source: z.enum(['person', 'rule']),
  /** The group tag whose rule says so; null where a person does. */
  ruleTag: z.string().nullable(),
});
export type ExpectedProfile = z.infer<typeof expectedProfile>;

/** What a person expects of this very device, else what the rule of its group tag does; null where any profile will do. */
export function expectedProfileOf({
  expectedProfile: name,
  tagRule,
}: Pick<DeviceRecord, 'expectedProfile' | 'tagRule'>): ExpectedProfile | null {
  if (name !== null) return { name, source: 'person', ruleTag: null };
  const byRule = tagRule?.profile ?? null;
  return tagRule === null || byRule === null ? null : { name: byRule, source: 'rule', ruleTag: tagRule.groupTag };
}
