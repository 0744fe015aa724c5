import type { ChecklistTemplate } from '../../../../shared/checklists/checklist.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** `checklists`: what there is, in the order in which it is offered. */
export async function listChecklists(run: Run): Promise<ExitStatus> {
  const { templates } = await run.call('checklists.templates', {});
  const checklists = templates.map(summaryOf);
  await run.print({ checklists }, () =>
    table(
      ['id', 'what', 'steps', 'for'],
      checklists.map(({ id, title, steps, isForCustomer }) => [
        id,
        title,
        String(steps),
        isForCustomer ? 'the customer' : 'a device',
      ]),
    ),
  );
  return exitStatus.done;
}

function summaryOf({ id, version, title, kind, source, blocks }: ChecklistTemplate) {
  return {
    id,
    version,
    title,
    kind,
    source,
    steps: blocks.reduce((sum, { items }) => sum + items.length, 0),
    isForCustomer: blocks.every(({ scope }) => scope === 'tenant'),
  };
}
