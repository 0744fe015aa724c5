import { expect, test } from 'vitest';
import { createAuditStore } from '../../../../src/main/store/auditStore.ts';
import { createDeviceEventStore } from '../../../../src/main/store/deviceEventStore.ts';
import { createSetAside } from '../../../../src/main/store/setAside.ts';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { verifyAudit } from '../../../../src/main/services/audit/verifyAudit.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

const device = '7b1d2c4e-3f5a-4b6c-8d7e-9f0a1b2c3d4e';

test('old rows are numbered without gaps and chained; people and devices in them, and people in histories, get pseudonyms', async () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 29);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, serial_number, next_step, created_at, updated_at)
    VALUES ('${device}', 't', '5CG1234ABC', 'register', 'now', 'now');
    INSERT INTO audit_event (id, at, who, action, sentence) VALUES
      (2, '2026-01-01T00:00:00.000Z', 'AL', 'a', 'Deregistration of 5CG1234ABC confirmed.'),
      (7, '2026-01-02T00:00:00.000Z', 'AL', 'b', 'For ada@contoso.com and Ada@Contoso.com, 5cg1234abc: done'),
      (9, '2026-01-03T00:00:00.000Z', 'AL', 'c', 'The queue was copied.');
    INSERT INTO device_event (device_id, at, subject, sentence, from_value, source)
    VALUES ('${device}', '2026-01-01T00:00:00.000Z', 'note', 'Ask bob@contoso.com', 'ada@contoso.com', 'AL');`);
  migrateTo(database, 31);

  const now = () => new Date('2026-12-01T00:00:00.000Z');
  const audit = createAuditStore({ database, setAside: createSetAside(), write: (work) => work() }, now);
  audit.add({ who: 'AL', action: 'd', sentence: 'A new one.' });
  expect(await verifyAudit(audit, audit.head())).toMatchObject({ kind: 'whole', rows: 4 });
  expect(audit.page(0, 10).entries.map(({ id, sentence }) => [id, sentence])).toEqual([
    [4, 'A new one.'],
    [3, 'The queue was copied.'],
    [2, 'For Ada@Contoso.com and Ada@Contoso.com, 5CG1234ABC: done'],
    [1, 'Deregistration of 5CG1234ABC confirmed.'],
  ]);
  const stored = JSON.stringify([
    database.prepare('SELECT * FROM audit_event').all(),
    database.prepare('SELECT * FROM device_event').all(),
  ]);
  expect(stored).not.toMatch(/contoso|5CG1234ABC/i);
  const history = createDeviceEventStore({ database, setAside: createSetAside() } as never, now);
  expect(history.ofDevice(device)).toMatchObject([{ sentence: 'Ask bob@contoso.com', from: 'Ada@Contoso.com' }]);
  database.close();
});

test('a queue without an audit row gets an empty chain', async () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 29);
  migrateTo(database, 31);
  const audit = createAuditStore({ database, setAside: createSetAside(), write: (work) => work() }, () => new Date(0));
  expect(audit.head()).toBeNull();
  expect(await verifyAudit(audit, null)).toEqual({ kind: 'whole', rows: 0, prunedTo: null, head: null });
  database.close();
});
