import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { withStore } from '../../rigs/queuedDevices.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runReseal } from '../support/runReseal.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const run = (...words: readonly string[]) => runReseal([...words, '--tenant', 'practice', '--data-dir', folder.path]);

it('all that waits for its registration is sent, and what must be deregistered first is told with its reason', async () => {
  const file = join(folder.path, 'devices.csv');
  const rows = ['FINE1', 'NEWBOARD1'].map((serial) => `${serial},,${inventedHash(serial)}`);
  writeFileSync(file, ['Device Serial Number,Windows Product ID,Hardware Hash', ...rows].join('\n'));
  await run('import', file);
  withStore(folder.path, (store) => {
    const devices = createDeviceStore(store, () => new Date());
    const [device] = devices.withSerialNumber('NEWBOARD1');
    devices.change(device?.id ?? '', { registration: 'registered', needsNewRegistration: true });
  });
  const { status, stdout } = await run('register', '--all');
  expect(stdout).toMatch(/NEWBOARD1 +registered .*old mainboard. Deregister it first\./);
  expect(stdout).toContain('1 device was not sent; its line says why.');
  expect(status).toBe(1);
});
