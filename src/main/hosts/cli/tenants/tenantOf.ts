import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';

const addIt = 'add a customer with “reseal lane add NAME”, or in the window under Customers';

/** The tenant that the command is about, where one is named or active; null where there is none yet. */
export async function tenantIfAny({ call, options }: Run): Promise<TenantView | null> {
  const { tenants } = await call('tenants.list', {});
  const wanted = options.tenant?.toLowerCase();
  if (wanted === undefined) return tenants.find(({ active }) => active) ?? null;
  const named = tenants.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (named !== undefined) return named;
  if (wanted === 'practice') {
    return call('tenants.addPractice', options.speed === undefined ? {} : { speed: options.speed });
  }
  const known = tenants.map(({ name }) => `“${name}”`).join(', ');
  throw usageError(
    `There is no tenant “${options.tenant ?? ''}”. ${known === '' ? `Use --tenant practice, or ${addIt}.` : `Choose one of ${known}, or practice.`}`,
  );
}

/** The tenant that the command is about. */
export async function tenantOf(run: Run): Promise<TenantView> {
  const tenant = await tenantIfAny(run);
  if (tenant === null) throw usageError(`There is no customer yet. Use --tenant practice, or ${addIt}.`);
  return tenant;
}
