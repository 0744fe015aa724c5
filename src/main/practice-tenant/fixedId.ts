import { createHash } from 'node:crypto';
import type { Tenant } from './tenant.ts';

/** The id of a thing that is always there: the same each time, so that nobody has to remember it. */
export function fixedId({ state }: Pick<Tenant, 'state'>, name: string): string {
  const tenantId = state.settings.text('tenantId') ?? '';
  const hex = createHash('sha256').update(`${tenantId} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
