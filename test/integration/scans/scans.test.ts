import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../../src/main/backend.ts';
import { openTestStore } from '../../rigs/testVault.ts';
import { scanSaid } from '../../rigs/scanSaid.ts';
import { ask } from '../../rigs/askBackend.ts';
import { otherTenantId, offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let workshop: OfflineQueue;
let backend: Backend;

beforeEach(() => {
  workshop = offlineQueue();
  ({ backend } = workshop);
});
afterEach(() => workshop.close());

const ztdId = '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a';
const landing = (more: object = {}) =>
  JSON.stringify({
    Version: '1.0.0',
    Id: '11111111-2222-4333-8444-555555555555',
    ZtdId: ztdId,
    PKID: '',
    SerialNumber: '5CG1234567',
    SequenceBlockNumber: 1,
    TotalBlocks: 1,
    ...more,
  });
const result = (outcome: 'Success' | 'Failure', elapsed: number | null = 1_834_221) =>
  landing({ Result: outcome, ElapsedTimeMilliseconds: elapsed });
const scan = async (text: string, apply = true) => {
  const reading = await ask(backend, 'scans.read', { text, apply });
  return { ...reading, sentence: scanSaid(reading) };
};

function keptScans(): unknown[] {
  const store = openTestStore(workshop.folder, () => new Date());
  const rows = store.database.prepare('SELECT raw, kind, device_id AS deviceId, verdict FROM scan ORDER BY id').all();
  store.close();
  return rows;
}

describe('finding a device by a scan', () => {
  test('by its ZTDID, its serial number in any case, its product key ID, and a bare GUID', async () => {
    const id = workshop.addDevice({ productKeyId: '3355683689423' });
    for (const text of [landing(), '5cg1234567', '3355683689423', `{${ztdId.toUpperCase()}}`]) {
      expect(await scan(text)).toMatchObject({ verdict: 'found', device: { id } });
    }
  });

  test('whatever the scanner put around a product key ID, or a keyboard layout made of a GUID', async () => {
    const id = workshop.addDevice({ productKeyId: '3355683689423' });
    const german = ztdId.replaceAll('-', 'ß');
    for (const text of ['\u00023355683689423\u0003', ']C03355683689423', '3355683689423\r', german]) {
      expect(await scan(text)).toMatchObject({ verdict: 'found', device: { id } });
    }
  });

  test('by the serial number inside Lenovo’s 1S code', async () => {
    const id = workshop.addDevice({ serialNumber: 'PF3ABCDE' });
    expect(await scan('1S21F9S0RQ00PF3ABCDE')).toMatchObject({ verdict: 'found', device: { id } });
  });

  test('stops hard where the device belongs to another tenant, and records nothing', async () => {
    const id = workshop.addDevice({ tenantId: otherTenantId, bench: 'running' });
    expect(await scan(result('Success'))).toMatchObject({
      verdict: 'otherTenant',
      tenantName: 'Fabrikam',
      sentence: 'It belongs to Fabrikam. Put it aside, or switch to that tenant first.',
      device: { id, bench: 'running' },
    });
  });

  describe('where several devices may be meant', () => {
    test('asks which one, naming maker, model and tenant, also across tenants', async () => {
      const here = workshop.addDevice({ ztdId: null });
      const elsewhere = workshop.addDevice({
        tenantId: otherTenantId,
        ztdId: null,
        manufacturer: 'Dell Inc.',
        model: 'Tower',
      });
      expect(await scan('5CG1234567')).toMatchObject({
        verdict: 'several',
        device: null,
        choices: [
          { device: { id: here }, tenantName: 'Contoso' },
          { device: { id: elsewhere }, tenantName: 'Fabrikam' },
        ],
      });
    });

    test('goes on with the one that a person chose, and stops at another customer’s', async () => {
      const here = workshop.addDevice({ ztdId: null });
      const elsewhere = workshop.addDevice({ tenantId: otherTenantId, ztdId: null });
      const chosen = async (deviceId: string) => ask(backend, 'scans.read', { text: '5CG1234567', deviceId });
      expect(await chosen(here)).toMatchObject({ verdict: 'found', device: { id: here } });
      expect(await chosen(elsewhere)).toMatchObject({ verdict: 'otherTenant', device: { id: elsewhere } });
    });

    test('records the result of the chosen one alone', async () => {
      const [first, second] = [workshop.addDevice({ ztdId: null }), workshop.addDevice({ ztdId: null })];
      for (const deviceId of [first, second])
        await ask(backend, 'bench.record', { deviceId, step: 'start', overrideReason: 'test' });
      expect(await scan(result('Failure'))).toMatchObject({ verdict: 'several' });
      const reading = await ask(backend, 'scans.read', { text: result('Failure'), deviceId: second });
      expect(reading).toMatchObject({ verdict: 'recorded', device: { id: second, bench: 'failed' } });
      expect((await ask(backend, 'devices.get', { id: first })).device.bench).toBe('running');
    });

    test('never takes a device that is none of those that may be meant', async () => {
      workshop.addDevice({ ztdId: null });
      const strange = workshop.addDevice({ serialNumber: 'PF3ABCDE', ztdId: null });
      workshop.addDevice({ ztdId: null });
      expect(await ask(backend, 'scans.read', { text: '5CG1234567', deviceId: strange })).toMatchObject({
        verdict: 'several',
      });
    });

    test('tells a product key ID from a serial number that reads the same', async () => {
      const ids = [
        workshop.addDevice({ productKeyId: '3355683689423', ztdId: null }),
        workshop.addDevice({ serialNumber: '3355683689423', ztdId: null }),
      ];
      const reading = await ask(backend, 'scans.read', { text: '3355683689423' });
      expect(reading.verdict === 'several' && reading.choices.map(({ device }) => device.id)).toEqual(ids);
    });
  });

  describe('an unknown serial number that is nearly one of the queue', () => {
    test.each([
      ['a first character that was lost', '5CG2SBCN6R', 'CG2SBCN6R'],
      ['zeros that were dropped', '001234567', '1234567'],
      ['zeros that were added', '1234567', '0001234567'],
      ['the data identifier of the label', '5CG2SBCN6R', 'S5CG2SBCN6R'],
      ['letters that a German keyboard exchanged', '5CGZ123Y45', '5CGY123Z45'],
      ['the Express Service Code of the service tag', 'GRQUCY1', '36506190601'],
    ])('is offered: %s', async (_, serialNumber, scanned) => {
      const id = workshop.addDevice({ serialNumber, ztdId: null });
      expect(await scan(scanned)).toMatchObject({
        verdict: 'similar',
        device: null,
        choices: [{ device: { id } }],
        sentence: `Not in the queue. Did you mean ${serialNumber} (HP EliteBook 650 G10, Contoso)?`,
      });
      expect(await ask(backend, 'scans.read', { text: scanned, deviceId: id })).toMatchObject({
        verdict: 'found',
        device: { id },
      });
    });

    test('is not offered where the queue has the number itself, or where too little is left of it', async () => {
      const id = workshop.addDevice({ serialNumber: 'CG2SBCN6R', ztdId: null });
      workshop.addDevice({ serialNumber: '5CG2SBCN6R', ztdId: null });
      workshop.addDevice({ serialNumber: 'X123', ztdId: null });
      expect(await scan('CG2SBCN6R')).toMatchObject({ verdict: 'found', device: { id } });
      expect((await scan('123')).verdict).toBe('notInQueue');
    });
  });

  test('finds what the queue holds exactly as it was scanned, whatever it looks like', async () => {
    for (const serialNumber of ['4006381333931', '490154203237518', '12345671234567']) {
      const id = workshop.addDevice({ serialNumber, ztdId: null });
      expect(await scan(serialNumber)).toMatchObject({ verdict: 'found', device: { id } });
    }
  });

  describe('keys that came a pause before', () => {
    const paused = async (before: string, text: string) => ask(backend, 'scans.read', { before, text });

    test('belong to the code where the queue knows it only with them', async () => {
      const id = workshop.addDevice({ serialNumber: '5CG2SBCN6R', ztdId: null });
      expect(await paused('5', 'CG2SBCN6R')).toMatchObject({ verdict: 'found', device: { id } });
      expect(await paused('{', landing().slice(1))).toMatchObject({ scan: { kind: 'autopilot', ztdId } });
    });

    test('are a person’s where the queue knows the code without them', async () => {
      const id = workshop.addDevice();
      expect(await paused('2', '5CG1234567')).toMatchObject({ verdict: 'found', device: { id } });
      expect(await paused('2', landing())).toMatchObject({ verdict: 'found', device: { id } });
    });

    test('are asked about where the queue knows both', async () => {
      const whole = workshop.addDevice({ serialNumber: '5CG2SBCN6R', ztdId: null });
      const alone = workshop.addDevice({ serialNumber: 'CG2SBCN6R', ztdId: null });
      const reading = await paused('5', 'CG2SBCN6R');
      expect(reading.verdict === 'several' && reading.choices.map(({ device }) => device.id)).toEqual([whole, alone]);
      const chosen = await ask(backend, 'scans.read', { before: '5', text: 'CG2SBCN6R', deviceId: alone });
      expect(chosen).toMatchObject({ verdict: 'found', device: { id: alone } });
    });

    test('belong to a code that the queue does not know', async () => {
      expect(await paused('5', 'CG2SBCN6R')).toMatchObject({
        verdict: 'notInQueue',
        scan: { serialNumber: '5CG2SBCN6R' },
      });
    });
  });

  test('says what to do with a device that is not in the queue', async () => {
    expect(await scan('UNKNOWN1')).toMatchObject({
      verdict: 'notInQueue',
      device: null,
      sentence: 'Not in the queue. Import it first.',
    });
    expect((await scan(landing())).sentence).toContain('Registered with Autopilot, but not in this queue');
    expect((await scan('3355683689423')).verdict).toBe('notInQueue');
  });

  test('says what a wrong code was', async () => {
    expect(await scan('https://snipe.example/hardware/42')).toMatchObject({
      verdict: 'unreadable',
      sentence: expect.stringContaining('web address') as string,
    });
  });

  test('warns where Autopilot knows the device by another ZTDID than the queue', async () => {
    workshop.addDevice({ ztdId: '99999999-2222-4333-8444-555555555555', bench: 'running' });
    const found = await scan(result('Success'));
    expect(found).toMatchObject({ verdict: 'otherZtdId', device: { bench: 'running' } });
    expect(found.sentence).toContain('Do not start it; scan again when the network is there.');
  });
});

describe('what a scan does', () => {
  test('the landing page’s code notes the ZTDID and ticks “QR code is scanned”', async () => {
    const deviceId = workshop.addDevice({ ztdId: null });
    const checklist = await ask(backend, 'checklists.start', { deviceId, templateId: 'pre-provisioning-entra' });
    expect((await scan(landing())).device?.ztdId).toBe(ztdId);
    const { items } = await ask(backend, 'checklists.get', { id: checklist.id });
    expect(items.find((item) => item.id === 'T10')).toMatchObject({
      state: 'done',
      by: 'Reseal',
      at: '2026-11-22T12:00:00.000Z',
    });
  });

  test('a serial number alone does not tick it', async () => {
    const deviceId = workshop.addDevice();
    const { id } = await ask(backend, 'checklists.start', { deviceId, templateId: 'pre-provisioning-entra' });
    await scan('5CG1234567');
    const { items } = await ask(backend, 'checklists.get', { id });
    expect(items.find((item) => item.id === 'T10')?.state).toBe('open');
  });

  test('a result code ends the running technician flow, with its elapsed time', async () => {
    const deviceId = workshop.addDevice();
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    expect(await scan(result('Success'))).toMatchObject({
      verdict: 'recorded',
      device: { bench: 'succeeded', reseal: 'notResealed' },
    });
    expect(await scan(result('Success'))).toMatchObject({
      verdict: 'alreadyRecorded',
    });
  });

  test('a failure is recorded without an elapsed time that cannot be right', async () => {
    const deviceId = workshop.addDevice();
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    expect(await scan(result('Failure', -1.7e12))).toMatchObject({
      verdict: 'recorded',
      device: { bench: 'failed' },
    });
  });

  test('a result that is neither success nor failure is told as it came, and recorded as neither', async () => {
    const deviceId = workshop.addDevice();
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    const reading = await scan(landing({ Result: 'Timeout', ElapsedTimeMilliseconds: 5 }));
    expect(reading).toMatchObject({ verdict: 'resultUnknown', device: { bench: 'running' } });
    expect(reading.sentence).toContain('“Timeout”');
  });

  test('a result in small letters is the result that it says', async () => {
    const deviceId = workshop.addDevice();
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    expect(await scan(result('Success').toLowerCase())).toMatchObject({
      verdict: 'recorded',
      device: { bench: 'succeeded' },
    });
  });

  test('a look without applying changes nothing', async () => {
    const deviceId = workshop.addDevice();
    expect(await scan(result('Success'), false)).toMatchObject({
      verdict: 'resultNotRecorded',
      device: { bench: 'notStarted' },
    });
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    expect(await scan(result('Failure'), false)).toMatchObject({
      verdict: 'resultNotRecorded',
      device: { bench: 'running' },
    });
  });
});

describe('a result code without a recorded start', () => {
  const detailOf = (id: string) => ask(backend, 'devices.get', { id });

  test('is kept as a run of which only the end is known, wherever the device stands', async () => {
    const id = workshop.addDevice({ registration: 'none', profile: 'unknown' });
    expect(await scan(result('Success'))).toMatchObject({
      verdict: 'recorded',
      startUnknown: true,
      device: { bench: 'succeeded', benchStartedAt: null, benchEndedAt: '2026-11-22T12:00:00.000Z' },
    });
    const { benchRuns, timeline } = await detailOf(id);
    expect(benchRuns).toMatchObject([
      { startedAt: null, endedAt: '2026-11-22T12:00:00.000Z', result: 'succeeded', elapsedMs: 1_834_221 },
    ]);
    expect(timeline.map(({ sentence }) => sentence)).toContain(
      'The technician flow succeeded after 31 minutes. Its start was not recorded here.',
    );
    workshop.passMinutes(1);
    expect(await scan(result('Success'))).toMatchObject({ verdict: 'alreadyRecorded' });
    expect(await ask(backend, 'bench.record', { deviceId: id, step: 'reseal' })).toMatchObject({ reseal: 'resealed' });
  });

  test('can be taken back, after which it may be scanned again', async () => {
    const id = workshop.addDevice();
    await scan(result('Failure'));
    expect(await ask(backend, 'bench.undo', { deviceId: id })).toMatchObject({
      bench: 'notStarted',
      benchError: null,
      benchEndedAt: null,
    });
    expect((await detailOf(id)).benchRuns).toEqual([]);
    expect(await scan(result('Success'))).toMatchObject({ verdict: 'recorded' });
  });

  test('with another time than the run before is another run, and makes an earlier reseal void', async () => {
    const id = workshop.addDevice();
    await scan(result('Success'));
    for (const step of ['reseal', 'ship'] as const) await ask(backend, 'bench.record', { deviceId: id, step });
    workshop.passMinutes(50);
    expect(await scan(result('Failure', 2_400_000))).toMatchObject({
      verdict: 'recorded',
      device: { bench: 'failed', reseal: 'notResealed', shippedAt: null },
    });
    workshop.passMinutes(30);
    expect(await scan(result('Failure', 900_000))).toMatchObject({ verdict: 'recorded', startUnknown: true });
    expect((await detailOf(id)).benchRuns.map(({ elapsedMs }) => elapsedMs)).toEqual([900_000, 2_400_000, 1_834_221]);
    await ask(backend, 'bench.undo', { deviceId: id });
    await ask(backend, 'bench.undo', { deviceId: id });
    expect((await detailOf(id)).device).toMatchObject({ bench: 'succeeded', reseal: 'shipped' });
  });

  test('ticks the sheet of its run, and one that was taken back leaves the sheet before it as it was', async () => {
    const deviceId = workshop.addDevice();
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    workshop.passMinutes(1);
    const first = await ask(backend, 'checklists.start', { deviceId, templateId: 'pre-provisioning-entra' });
    await ask(backend, 'bench.record', { deviceId, step: 'success' });
    workshop.passMinutes(60);
    await scan(result('Failure'));
    const open = async () =>
      (await ask(backend, 'checklists.list', { deviceId })).checklists.filter(({ endedAt }) => endedAt === null);
    const [second] = await open();
    expect(second?.id).not.toBe(first.id);
    const { items } = await ask(backend, 'checklists.get', { id: second?.id ?? '' });
    expect(items.find(({ id }) => id === 'T10')?.state).toBe('done');
    await ask(backend, 'bench.undo', { deviceId });
    expect((await open()).map(({ id }) => id)).toEqual([first.id]);
  });
});

describe('what is kept of scans', () => {
  test('the code as it came, with its device and verdict', async () => {
    const deviceId = workshop.addDevice();
    await scan(` ${landing()}\r`);
    await scan('nothing known');
    expect(keptScans()).toEqual([
      { raw: ` ${landing()}\r`, kind: 'autopilot', deviceId, verdict: 'found' },
      { raw: 'nothing known', kind: 'unknown', deviceId: null, verdict: 'unreadable' },
    ]);
  });

  test('never a hardware hash or a product key', async () => {
    const hash = `T0G${'A'.repeat(600)}`;
    await scan(hash);
    await scan(`x${hash}`);
    await scan('ABCDE-12345-FGHIJ-67890-KLMNO');
    const kept = JSON.stringify(keptScans());
    expect(kept).not.toContain('AAAA');
    expect(kept).not.toContain('FGHIJ');
  });
});
