import { once } from 'node:events';
import type * as threading from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { sendBytes } from '../../../src/main/hosts/sendFile.ts';
import { ask } from '../../rigs/askBackend.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const threads = vi.hoisted((): threading.Worker[] => []);
/** The real thread, on a disk that the test can fill up, and within reach of the test. */
vi.mock('node:worker_threads', async (load) => {
  const real = await load<typeof threading>();
  class WatchedWorker extends real.Worker {
    constructor(file: URL, options: object) {
      const hook = new URL('../../rigs/faults/fullDiskInThread.ts', import.meta.url).href;
      super(file, { ...options, execArgv: ['--import', hook] });
      threads.push(this);
    }
  }
  return { ...real, Worker: WatchedWorker };
});

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';
const DEVICES = 200;

let folder: ReturnType<typeof temporaryFolder>;
let backend: Backend;
let tenantId: string;
let previewId: string;
const disk = new BroadcastChannel('disk');

async function setDisk(state: 'full' | 'free'): Promise<void> {
  const done = new Promise<void>((resolve) => {
    disk.onmessage = () => resolve();
  });
  disk.postMessage(state);
  await done;
}

async function endThread(): Promise<void> {
  const thread = threads.at(-1);
  if (thread === undefined) throw new Error('No thread was started.');
  const gone = once(thread, 'exit');
  await thread.terminate();
  await gone;
}

beforeEach(async () => {
  threads.length = 0;
  folder = temporaryFolder();
  backend = createBackend(testPorts(folder.path));
  tenantId = (await ask(backend, 'tenants.addPractice', {})).id;
  const rows = Array.from({ length: DEVICES }, (_, number) => {
    const device = inventedDevice(number);
    return `${device.serialNumber ?? ''},,${inventedHash(device)},,`;
  });
  const sent = await sendBytes(backend.dispatch, 'goods.csv', Buffer.from([header, ...rows].join('\r\n')));
  if (!sent.ok) throw new Error(sent.error.message);
  previewId = (await ask(backend, 'intake.preview', { fileIds: [sent.value], tenantId })).previewId;
});
afterEach(async () => {
  await backend.close();
  folder.remove();
});

const commit = () => ask(backend, 'intake.commit', { previewId });
const edit = () => ask(backend, 'intake.editRow', { previewId, rowId: 3, field: 'groupTag', value: 'Kiosk' });

describe('a reviewed import', () => {
  test.each(['unedited', 'edited'])(
    'that is %s waits on a full disk, and goes in as soon as there is room',
    async (how) => {
      if (how === 'edited') await edit();
      await setDisk('full');
      for (let attempt = 0; attempt < 3; attempt += 1) {
        expect(await backend.dispatch('intake.commit', { previewId })).toMatchObject({
          ok: false,
          error: { code: 'disk-full', remedy: expect.any(String) as unknown },
        });
      }
      // A first entry has to keep the files, for which there is no room; later ones may find some.
      const entered = await backend.dispatch('intake.editRow', {
        previewId,
        rowId: 0,
        field: 'groupTag',
        value: 'Sales',
      });
      if (!entered.ok) expect(entered.error.code).toBe('disk-full');
      else expect(how).toBe('edited');
      expect((await ask(backend, 'intake.rows', { previewId, offset: 0, limit: 5 })).matching).toBe(DEVICES);
      expect(threads).toHaveLength(1);
      await setDisk('free');

      expect((await commit()).added).toBe(DEVICES);
      expect(threads).toHaveLength(1);
    },
  );

  test('outlives its thread although nothing was entered yet: the files are read again into the same preview', async () => {
    await endThread();

    expect(await ask(backend, 'intake.open', {})).toEqual({ previewId, kept: [] });
    expect((await ask(backend, 'intake.rows', { previewId, offset: 0, limit: 5 })).matching).toBe(DEVICES);
    expect((await commit()).added).toBe(DEVICES);
    expect(threads).toHaveLength(2);
  });

  test('outlives several threads, and questions that come at once are answered from one reading', async () => {
    await endThread();
    await endThread2();
    const answers = await Promise.all([
      ask(backend, 'intake.current', { previewId }),
      ask(backend, 'intake.rows', { previewId, offset: 0, limit: 5 }),
      ask(backend, 'intake.open', {}),
    ]);

    expect(answers[0].counts).toMatchObject({ ready: DEVICES });
    expect((await commit()).added).toBe(DEVICES);
  });

  test('outlives its thread with what was entered, from the disk', async () => {
    await edit();
    await endThread();
    expect((await ask(backend, 'intake.rows', { previewId, offset: 3, limit: 1 })).rows[0]).toMatchObject({
      groupTag: 'Kiosk',
    });

    expect((await commit()).added).toBe(DEVICES);
  });

  test('that was finished is not open any more, whatever becomes of the thread', async () => {
    await commit();
    await endThread();
    expect(await backend.dispatch('intake.commit', { previewId })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  test('whose thread ends under a call says that nothing is lost, and it is so', async () => {
    const answer = backend.dispatch('intake.commit', { previewId });
    await endThread();
    const outcome = await answer;
    if (!outcome.ok) {
      expect(outcome.error).toMatchObject({
        message: expect.stringContaining('nothing that you entered is lost') as unknown,
      });
      expect((await commit()).added).toBe(DEVICES);
    }
    expect((await ask(backend, 'devices.list', {})).total).toBe(DEVICES);
  });
});

/** A thread that has begun again, and ends before it was asked anything else. */
async function endThread2(): Promise<void> {
  await ask(backend, 'intake.rows', { previewId, offset: 0, limit: 1 });
  await endThread();
}
