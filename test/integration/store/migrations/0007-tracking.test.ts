import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('a hardware change keeps its state and is dated, and of devices that nobody has read nothing is said', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 6);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, serial_number, registration, profile_at, remediation, next_step, created_at, updated_at)
    VALUES ('new', 't', 'A', 'none', NULL, 'none', 'register', 'now', 'now'),
           ('well', 't', 'B', 'registered', 'then', 'none', 'startBench', 'now', 'now'),
           ('changed', 't', 'C', 'registered', 'then', 'fixPending', 'clearGate', 'now', 'now');`);
  migrateTo(database, 7);
  expect(database.prepare('SELECT id, remediation, remediation_detail, remediation_at FROM device').all()).toEqual([
    { id: 'new', remediation: 'unknown', remediation_detail: null, remediation_at: null },
    { id: 'well', remediation: 'none', remediation_detail: null, remediation_at: null },
    { id: 'changed', remediation: 'fixPending', remediation_detail: null, remediation_at: 'then' },
  ]);
  expect(() => database.exec(`UPDATE device SET remediation = 'odd'`)).toThrow('CHECK');
  database.close();
});
