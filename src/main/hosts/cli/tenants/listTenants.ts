import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';

const signInWords = {
  notConnected: 'not connected yet',
  signedOut: 'signed out here',
  signingIn: 'signing in',
  signedIn: 'signed in',
  expired: 'expired',
} as const;

/** `tenant list`. */
export async function listTenants(run: Run): Promise<ExitStatus> {
  const { tenants } = await run.call('tenants.list', {});
  await run.print(tenants, () =>
    tenants.length === 0
      ? 'There is no tenant yet. Add one: reseal tenant add, or use --tenant practice.'
      : table(
          ['Tenant', 'Active', 'Cloud', 'Devices', 'Sign-in', 'Account', 'Directory'],
          tenants.map(({ name, active, cloud, devices, kind, signIn, directoryId }) => [
            name,
            active ? 'yes' : '',
            cloud,
            run.formatter.number(devices),
            kind === 'practice' ? 'not needed' : signInWords[signIn.state],
            signIn.account,
            directoryId,
          ]),
        ),
  );
  return exitStatus.done;
}
