import { actWords } from '../../../../shared/jobs/jobAct.ts';
import { isConnected } from '../../../../shared/tenants/connected.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { namedTenant } from './namedTenant.ts';

/** So many acts are named. */
const MOST_NAMED = 1_000;

/** `lane send`: shows what waits, and lets it be sent where a person says so. */
export async function letLaneSend(run: Run, name: string, yes: boolean): Promise<ExitStatus> {
  const { id } = await namedTenant(run, name);
  const { batches } = await run.call('jobs.batches', {
    tenantId: id,
    states: ['waiting', 'retrying'],
    limit: MOST_NAMED,
  });
  const waiting = batches.map(({ act, changes, job }) => ({
    sentence: actWords(act, job?.serialNumber ?? run.formatter.count(changes, 'device', 'devices'), run.formatter),
    changes,
  }));
  const tenant = yes ? await run.call('tenants.letSend', { id }) : await namedTenant(run, name);
  await run.print({ tenant: tenant.name, sendsSince: tenant.sendsSince, waiting }, () =>
    [...waiting.map(({ sentence }) => sentence), stateOf(tenant, waiting.length)].join('\n'),
  );
  return exitStatus.done;
}

function stateOf(tenant: TenantView, waiting: number): string {
  if (tenant.sendsSince !== null) return 'It goes to Microsoft by itself.';
  if (!isConnected(tenant))
    return `It is kept until ${tenant.name} is connected: reseal lane connect "${tenant.name}" …`;
  return waiting === 0
    ? 'Nothing waits. Put --yes behind it to let later changes be sent.'
    : 'Put --yes behind it to let this be sent.';
}
