import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('what failed of a wish is found without reading all jobs', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 10);
  const plan = database.prepare(`EXPLAIN QUERY PLAN SELECT id FROM job WHERE wish = ? AND state = 'failed'`).get('w');
  expect(plan).toMatchObject({ detail: expect.stringContaining('job_by_failed_wish') as unknown });
  database.close();
});
