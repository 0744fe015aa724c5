import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';

/** `views`: the saved views of the queue. */
export async function listViews(run: Run): Promise<ExitStatus> {
  const { views } = await run.call('devices.views', {});
  await run.print({ views }, () =>
    views.length === 0
      ? 'No view is saved. Save one in the queue.'
      : table(
          ['view', 'order', 'columns'],
          views.map(({ name, sort, descending, columns }) => [
            name,
            descending ? `${sort}, descending` : sort,
            columns?.join(', ') ?? 'as on this computer',
          ]),
        ),
  );
  return exitStatus.done;
}
