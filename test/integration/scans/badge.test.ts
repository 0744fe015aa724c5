import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../../src/main/backend.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { openTestStore } from '../../rigs/testVault.ts';

let workshop: OfflineQueue;
let backend: Backend;

beforeEach(() => {
  workshop = offlineQueue();
  ({ backend } = workshop);
});
afterEach(() => workshop.close());

const scan = (text: string, apply = true) => ask(backend, 'scans.read', { text, apply });

function keptScans(): number {
  const store = openTestStore(workshop.folder, () => new Date());
  const rows = store.database.prepare('SELECT id FROM scan').all();
  store.close();
  return rows.length;
}

describe('a technician’s badge', () => {
  test('changes whose work this bench records, and says whose it was before', async () => {
    await ask(backend, 'settings.write', { technicianInitials: 'AB' });
    expect(await scan('RESEAL:TECHNICIAN:JB')).toMatchObject({
      verdict: 'technician',
      initials: 'JB',
      before: 'AB',
      device: null,
    });
    const deviceId = workshop.addDevice();
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    expect((await ask(backend, 'settings.read', {})).technicianInitials).toBe('JB');
    expect((await ask(backend, 'devices.get', { id: deviceId })).benchRuns).toMatchObject([{ technician: 'JB' }]);
    const { entries } = await ask(backend, 'audit.list', {});
    expect(entries[0]).toMatchObject({ who: 'AB', sentence: expect.stringContaining('“JB”') as string });
  });

  test('that is only looked at, or is of whoever works here already, changes nothing', async () => {
    await ask(backend, 'settings.write', { technicianInitials: 'AB' });
    expect(await scan('RESEAL:TECHNICIAN:JB', false)).toMatchObject({ initials: 'JB', before: 'AB' });
    expect(await scan('RESEAL:TECHNICIAN:AB')).toMatchObject({ initials: 'AB', before: 'AB' });
    expect((await ask(backend, 'settings.read', {})).technicianInitials).toBe('AB');
    expect(keptScans()).toBe(0);
  });
});
