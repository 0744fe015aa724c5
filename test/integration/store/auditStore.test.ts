import { expect, test } from 'vitest';
import { auditHead, createAuditStore } from '../../../src/main/store/auditStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

test('SQLite itself refuses to change, delete, replace or renumber a row', () => {
  const folder = temporaryFolder();
  const store = openStore(folder.path, () => new Date());
  const audit = createAuditStore(store, () => new Date());
  for (const sentence of ['one', 'two', 'three']) audit.add({ who: 'AL', action: 'a', sentence });
  const refused = (sql: string) => expect(() => store.database.exec(sql)).toThrow(/audit log|retention/);

  refused(`UPDATE audit_event SET sentence = 'x' WHERE id = 2`);
  refused('DELETE FROM audit_event WHERE id = 3');
  refused('DELETE FROM audit_event');
  const columns = 'id, at, who, account, action, sentence, subjects, previous, digest';
  refused(`REPLACE INTO audit_event (${columns}) VALUES (2, '', '', '', '', '', '[]', '', 'x')`);
  refused(`INSERT INTO audit_event (${columns}) VALUES (9, '', '', '', '', '', '[]', '', 'x')`);
  expect(audit.page(0, 10).total).toBe(3);
  expect(auditHead(store)).toEqual(audit.head());
  expect(auditHead(store)?.id).toBe(3);

  store.close();
  folder.remove();
});

test('a row is written with the act, or not at all', () => {
  const folder = temporaryFolder();
  const store = openStore(folder.path, () => new Date());
  const audit = createAuditStore(store, () => new Date());
  audit.add({ who: 'AL', action: 'a', sentence: 'kept' });
  expect(() =>
    store.write(() => {
      audit.add({ who: 'AL', action: 'a', sentence: 'undone' });
      throw new Error('the act failed');
    }),
  ).toThrow('the act failed');
  audit.add({ who: 'AL', action: 'a', sentence: 'after' });
  expect(audit.rowsAfter(0, 10)).toMatchObject([
    { id: 1, sentence: 'kept' },
    { id: 2, sentence: 'after' },
  ]);
  store.close();
  folder.remove();
});

test('two processes that write by turns do not fork the chain', async () => {
  const folder = temporaryFolder();
  const stores = [0, 1].map(() => openStore(folder.path, () => new Date()));
  const audits = stores.map((store) => createAuditStore(store, () => new Date()));
  for (let turn = 0; turn < 40; turn += 1) audits[turn % 2]?.add({ who: 'AL', action: 'a', sentence: `turn ${turn}` });
  const { verifyAudit } = await import('../../../src/main/services/audit/verifyAudit.ts');
  const [audit] = audits;
  if (audit === undefined) throw new Error('There is one.');
  expect(await verifyAudit(audit, null)).toMatchObject({ kind: 'whole', rows: 40 });
  for (const store of stores) store.close();
  folder.remove();
});
