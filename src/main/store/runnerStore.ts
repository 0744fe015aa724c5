import { z } from 'zod';
import { textOfReason } from './jobRow.ts';
import type { Store } from './store.ts';

const runner = z.object({ id: z.string(), host: z.string(), processId: z.number(), beat: z.number() });
export type RunnerRow = z.infer<typeof runner>;

const interrupted = () => textOfReason({ code: 'jobs.interrupted' });
const replaced = () => textOfReason({ code: 'jobs.replaced' });

export type RunnerStore = ReturnType<typeof createRunnerStore>;

/** The processes that send jobs from this database, and the signs of life they leave. */
export function createRunnerStore({ database, setAside, write }: Store, now: () => Date) {
  const insert = database.prepare('INSERT INTO runner (id, host, process_id) VALUES (@id, @host, @processId)');
  const beat = database.prepare('UPDATE runner SET beat = beat + 1 WHERE id = ?');
  const list = database.prepare('SELECT id, host, process_id AS processId, beat FROM runner');
  const release = database.prepare(`
    UPDATE job SET state = CASE attempts WHEN 0 THEN 'waiting' ELSE 'retrying' END, lease_owner = NULL,
           reason = @interrupted
     WHERE lease_owner = @id AND wish NOT IN (SELECT wish FROM job WHERE state IN ('waiting', 'retrying'))`);
  const supersede = database.prepare(`
    UPDATE job SET state = 'cancelled', lease_owner = NULL, finished_at = @now,
           reason = @replaced WHERE lease_owner = @id`);
  const remove = database.prepare('DELETE FROM runner WHERE id = ?');
  return {
    add: (entry: Omit<RunnerRow, 'beat'>): void => void insert.run(entry),
    /** False where another process has taken this one for dead: it must stop what it runs. */
    beat: (id: string): boolean => beat.run(id).changes === 1,
    list: (): readonly RunnerRow[] => setAside.rows('runner', runner, list.all()),
    /** Takes a runner off the list and gives its jobs back, to go on where they stood; returns how many. */
    retire: (id: string): number =>
      write(() => {
        const released =
          release.run({ id, interrupted: interrupted() }).changes +
          supersede.run({ id, replaced: replaced(), now: now().toISOString() }).changes;
        remove.run(id);
        return released;
      }),
  };
}
