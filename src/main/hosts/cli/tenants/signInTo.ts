import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { namedTenant } from './namedTenant.ts';

type Progress = OutputOf<'tenants.signInProgress'>;

/** `tenant sign-in`: proves that it works; in a queue whose key does not lie beside it, the sign-in is kept for every door. */
export async function signInTo(run: Run, name: string): Promise<ExitStatus> {
  const tenant = await namedTenant(run, name);
  if (tenant.kind === 'practice') throw usageError('The practice tenant needs no sign-in.');
  const { name: called, signIn } = await signedIn(run, tenant);
  await run.print({ tenant: called, account: signIn.account, by: signIn.by }, () =>
    signIn.by === 'certificate'
      ? `Microsoft takes the certificate of ${called} (${signIn.account ?? ''}).`
      : `Signed in to ${called} as ${signIn.account ?? 'nobody'}. ${kept[signIn.tokens]}`,
  );
  return exitStatus.done;
}

const kept = {
  queue: 'It is kept in the encrypted queue, for every door, until somebody signs out.',
  memory:
    'It worked, and ended with this command: this queue keeps no sign-in, since it is not encrypted, or its key lies beside it. A certificate needs none.',
} as const;

/** Signs in with a code that is entered elsewhere, or with the certificate. @throws CommandError with what went wrong */
export async function signedIn(run: Run, { id, name }: TenantView): Promise<TenantView> {
  const progress = await endOfSignIn(run, id);
  if (progress.state !== 'done') {
    throw new CommandError(progress.problem ?? 'The sign-in was given up.', exitStatus.failed);
  }
  const { tenants } = await run.call('tenants.list', {});
  const tenant = tenants.find((each) => each.id === id);
  if (tenant === undefined) throw new CommandError(`${name} has been removed.`, exitStatus.failed);
  return tenant;
}

/** How it ended; meanwhile the code is shown, once. */
async function endOfSignIn(run: Run, id: string): Promise<Progress> {
  let news = Promise.withResolvers<undefined>();
  const stopListening = run.subscribe(({ topic }) => topic === 'signIn.changed' && news.resolve(undefined));
  let isShown = false;
  try {
    let progress = await run.call('tenants.signIn', { id, method: 'deviceCode' });
    while (progress.state === 'deviceCode' || progress.state === 'browser') {
      if (progress.deviceCode !== null && !isShown) {
        isShown = true;
        const { verificationUri, userCode } = progress.deviceCode;
        run.say(`Open ${verificationUri} on any computer or phone, and enter the code ${userCode}`);
      }
      await news.promise;
      news = Promise.withResolvers();
      progress = await run.call('tenants.signInProgress', { id });
    }
    return progress;
  } finally {
    stopListening();
  }
}
