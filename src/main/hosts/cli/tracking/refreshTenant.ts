import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

/** `refresh`: reads a whole tenant from Microsoft, and every device of the queue in full. */
export async function runRefreshTenant(run: Run): Promise<ExitStatus> {
  const { id: tenantId, name } = await tenantOf(run);
  const answer = await run.call('tracking.refresh', { tenantId });
  const { read, changed, failed, isWhole } = answer;
  const { count, number } = run.formatter;
  await run.print(answer, () =>
    [
      `Read ${count(read, 'device', 'devices')} of ${name}; ${number(changed)} changed.`,
      ...(failed === 0 ? [] : [`${count(failed, 'device', 'devices')} could not be read; refresh again later.`]),
      ...(isWhole ? [] : ['Microsoft’s list ended early; devices that are not in the queue may be missing.']),
    ].join('\n'),
  );
  return failed === 0 && isWhole ? exitStatus.done : exitStatus.attention;
}
