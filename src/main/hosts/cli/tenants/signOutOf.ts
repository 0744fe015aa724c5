import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { namedTenant } from './namedTenant.ts';

/** `tenant sign-out`. */
export async function signOutOf(run: Run, name: string): Promise<ExitStatus> {
  const { id, kind, signIn, ...tenant } = await namedTenant(run, name);
  if (kind === 'practice') throw usageError('The practice tenant needs no sign-in.');
  if (signIn.by === 'certificate') {
    throw usageError(
      `${tenant.name} signs in by itself with its certificate. Remove the tenant, or the certificate from the app.`,
    );
  }
  const left = await run.call('tenants.signOut', { id });
  await run.print(left, () => `Signed out of ${left.name}, in every door of this queue.`);
  return exitStatus.done;
}
