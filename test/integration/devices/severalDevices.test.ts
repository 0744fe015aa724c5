import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitStatus } from '../../../src/main/hosts/cli/program/exitStatus.ts';
import { ask } from '../../rigs/askBackend.ts';
import { otherTenantId, offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { runInProcess } from '../support/runInProcess.ts';

let workshop: OfflineQueue;
let first: string;
let second: string;
const reseal = (...words: readonly string[]) => runInProcess([...words, '--data-dir', workshop.folder]);
const serial = '5CG1234567';

beforeEach(() => {
  workshop = offlineQueue();
  first = workshop.addDevice({ ztdId: null });
  second = workshop.addDevice({ ztdId: null, manufacturer: 'Dell Inc.', model: 'Latitude 5440' });
});
afterEach(() => workshop.close());

describe('a serial number that two devices have', () => {
  test.each([
    ['show', ['show', serial]],
    ['bench', ['bench', serial, 'start']],
    ['deregister', ['deregister', serial, '--dry-run']],
    ['register', ['register', serial]],
    ['assign', ['assign', serial, 'ada@contoso.com']],
    ['unassign', ['unassign', serial]],
    ['tag', ['tag', serial, 'Kiosk']],
    ['rename', ['rename', serial, 'PC-1']],
    ['unblock', ['unblock', serial]],
    ['checklist', ['checklist', serial]],
  ])('is asked about by %s, with what each is and the id to go on with', async (_, words) => {
    const { status, stdout, stderr } = await reseal(...words);
    expect(status).toBe(exitStatus.usage);
    expect(stdout).toBe('');
    expect(stderr).toContain(
      `HP EliteBook 650 G10 of Contoso (id ${first}); Dell Latitude 5440 of Contoso (id ${second})`,
    );
    expect(stderr).toContain('Give the id of the one that is meant in place of the serial number.');
  });

  test('is asked about across tenants too, until one is named', async () => {
    const third = workshop.addDevice({ tenantId: otherTenantId, serialNumber: 'PF3ABCDE', ztdId: null });
    workshop.addDevice({ serialNumber: 'PF3ABCDE', ztdId: null });
    expect(await reseal('show', 'PF3ABCDE')).toMatchObject({ status: exitStatus.usage });
    const { stdout } = await reseal('show', 'PF3ABCDE', '--tenant', 'Fabrikam', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ id: third });
  });

  test('the id shows, starts and removes the one that is meant', async () => {
    expect(JSON.parse((await reseal('show', second.toUpperCase(), '--json')).stdout)).toMatchObject({ id: second });
    const started = await reseal('bench', second, 'start', '--override', 'a test', '--json');
    expect(JSON.parse(started.stdout)).toMatchObject({ id: second, bench: 'running' });
    expect(JSON.parse((await reseal('show', first, '--json')).stdout)).toMatchObject({ bench: 'notStarted' });
  });

  test('the id of a device that was taken off, or of another tenant, is found nowhere', async () => {
    const { status, stderr } = await reseal('deregister', first, '--dry-run', '--tenant', 'Fabrikam');
    expect([status, stderr]).toEqual([exitStatus.usage, expect.stringContaining('is in the queue of Fabrikam')]);
    await ask(workshop.backend, 'devices.takeOff', { ids: [first] });
    expect(await reseal('show', first)).toMatchObject({ status: exitStatus.usage });
    expect(JSON.parse((await reseal('show', serial, '--json')).stdout)).toMatchObject({ id: second });
  });
});

describe('reseal scan', () => {
  const scan = async (...words: readonly string[]) => {
    const { status, stdout } = await reseal('scan', ...words, '--json');
    const printed: unknown = JSON.parse(stdout);
    return { status, printed };
  };

  test('names every device that the code may belong to, and says that a person has to tell', async () => {
    const { status, printed } = await scan(serial);
    expect(status).toBe(exitStatus.attention);
    expect(printed).toMatchObject({
      kind: 'serial',
      devices: [
        { id: first, serialNumber: serial, manufacturer: 'HP', tenant: 'Contoso' },
        { id: second, model: 'Latitude 5440', tenant: 'Contoso' },
      ],
      issues: [{ code: 'scan.several-devices', message: expect.stringContaining(`(id ${second})`) as string }],
    });
  });

  test('offers what it may be instead', async () => {
    const id = workshop.addDevice({ serialNumber: '5CG2SBCN6R', ztdId: null });
    expect(await scan('CG2SBCN6R')).toMatchObject({
      status: exitStatus.attention,
      printed: {
        serialNumber: 'CG2SBCN6R',
        devices: [{ id }],
        issues: [
          { code: 'scan.similar-device', message: expect.stringContaining('Did you mean 5CG2SBCN6R') as string },
        ],
      },
    });
  });

  test('says of one device which it is, and nothing else', async () => {
    const id = workshop.addDevice({ serialNumber: 'PF3ABCDE', ztdId: null });
    expect(await scan('PF3ABCDE')).toEqual({
      status: exitStatus.done,
      printed: expect.objectContaining({ devices: [expect.objectContaining({ id })], issues: [] }) as unknown,
    });
    expect(await scan('NOBODY01')).toMatchObject({ status: exitStatus.done, printed: { devices: [], issues: [] } });
  });
});
