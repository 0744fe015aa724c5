import type { OutputOf } from '../../../../shared/api/contract.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { namedTenant } from './namedTenant.ts';
import { signedIn } from './signInTo.ts';

type State = OutputOf<'directory.checkPermissions'>['checks'][number]['state'];
const stateWords: Readonly<Record<State, string>> = {
  works: 'works',
  unproven: 'granted, not tried',
  notGranted: 'NOT GRANTED',
  refused: 'REFUSED',
};

/** `tenant check`; a person who is not signed in does that first. */
export async function checkTenant(run: Run, name: string): Promise<ExitStatus> {
  const tenant = await namedTenant(run, name);
  const isKept = tenant.signIn.by === 'person' && tenant.signIn.state === 'signedIn';
  if (tenant.kind === 'entra' && !isKept) await signedIn(run, tenant);
  const { checks } = await run.call('directory.checkPermissions', { id: tenant.id });
  await run.print({ tenant: tenant.name, checks }, () =>
    checks
      .map(({ workflow, state, permission, sentence }) =>
        [`${workflow}: ${stateWords[state]}`, `  ${permission}`, `  ${sentence}`].join('\n'),
      )
      .join('\n'),
  );
  const isMissing = checks.some(({ state }) => state === 'notGranted' || state === 'refused');
  return isMissing ? exitStatus.attention : exitStatus.done;
}
