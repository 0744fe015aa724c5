import { expect, test } from 'vitest';
import { createJobList } from '../../../../src/main/store/jobList.ts';
import { openStore } from '../../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { createTrackingStore } from '../../../../src/main/store/trackingStore.ts';
import { neutralFormatter } from '../../../../src/shared/format/neutralFormatter.ts';
import { jobSentence } from '../../../../src/shared/jobs/jobAct.ts';
import { reasonWords } from '../../../../src/shared/jobs/reason.ts';
import { troubleWords } from '../../../../src/shared/jobs/trouble.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';
import { tenantId } from '../../../rigs/seedStore.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';

const at = '2026-01-01T00:00:00.000Z';

test('what an older Reseal said of jobs and of following reads as it did, whatever stood in it', () => {
  const folder = temporaryFolder();
  const older = openSqlite(`${folder.path}/reseal.db`);
  migrateTo(older, 12);
  older.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at)
      VALUES ('${tenantId}', 'practice', 'Practice', 'blue', 'global', '${at}');
    INSERT INTO job (id, batch_id, kind, step, wish, tenant_id, act, payload, state, explanation, scheduled_at, due_at,
        created_at) VALUES
      ('00000000-0000-4000-8000-00000000000a', 'b', 'register', 'send', 'a', '${tenantId}', 'Register {devices}', '{}', 'failed', 'The hash is damaged.',
        '${at}', '${at}', '${at}'),
      ('00000000-0000-4000-8000-00000000000b', 'b', 'register', 'send', 'b', '${tenantId}', 'Register {devices}', '{}', 'failed', '{"code":"jobs.offline"}',
        '${at}', '${at}', '${at}'),
      ('00000000-0000-4000-8000-00000000000c', 'b', 'register', 'send', 'c', '${tenantId}', 'Register {devices}', '{}', 'waiting', NULL,
        '${at}', '${at}', '${at}');
    INSERT INTO tracking (tenant_id, failing_since, failed_at, problem)
      VALUES ('${tenantId}', '${at}', '${at}', 'Microsoft is busy.');`);
  older.close();

  const now = () => new Date('2026-01-01T00:03:00.000Z');
  const store = openStore(folder.path, now);
  const jobs = createJobList(store).page({ batchId: 'b' });
  expect(jobs.map((job) => jobSentence(job, neutralFormatter))).toEqual([
    'Register a device',
    'Register a device',
    'Register a device',
  ]);
  expect(jobs.map(({ reason }) => (reason === null ? null : reasonWords(reason)))).toEqual([
    'The hash is damaged.',
    '{"code":"jobs.offline"}',
    null,
  ]);
  expect(
    createTrackingStore(store, now)
      .problems(undefined)
      .map((trouble) => troubleWords(trouble, neutralFormatter)),
  ).toEqual(['The devices of Practice have not been read for 3 mins: Microsoft is busy.']);
  store.close();
  folder.remove();
});
