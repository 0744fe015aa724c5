import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../../src/shared/api/contract.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(async () => queue.close());

const add = (change: Partial<InputOf<'devices.add'>> = {}) =>
  ask(queue.backend, 'devices.add', {
    tenantId,
    serialNumber: '5CG9XK2LMN',
    manufacturer: 'HP',
    model: 'HP ProBook 445 G10',
    ...change,
  });

test('a device that is typed in has its next step by what it is for', async () => {
  expect(await add()).toMatchObject({ outcome: 'added', device: { nextStep: { code: 'sendToPartner' } } });
  expect(await add({ serialNumber: 'HASH7Q1', purpose: 'hash' })).toMatchObject({
    device: { registrationWay: 'hash', nextStep: { code: 'register', reason: 'hashMissing' } },
  });
  expect(await add({ serialNumber: 'IDENT7Q1', purpose: 'identifier' })).toMatchObject({
    device: { scenario: { name: 'devicePreparation' }, nextStep: { code: 'ship' } },
  });
});

test('what is known of it is kept, and its history says that it was added by hand', async () => {
  const answer = await add({ productKeyId: '3301234567891', groupTag: 'Sales', purchaseOrder: 'PO-77' });
  if (answer.outcome !== 'added') throw new Error(answer.outcome);
  expect(answer.device).toMatchObject({
    productKeyId: '3301234567891',
    groupTag: 'Sales',
    purchaseOrderInFile: 'PO-77',
    registeredBy: null,
  });
  const { timeline } = await ask(queue.backend, 'devices.get', { id: answer.device.id });
  expect(timeline.map(({ sentence }) => sentence)).toEqual(['The device was added by hand.']);
});

test('a device that is in the queue is named, and none is made beside it; another maker’s is another device', async () => {
  const first = await add();
  const again = await add({ serialNumber: ' 5cg9xk2lmn ' });
  expect(again).toMatchObject({ outcome: 'inQueue' });
  expect('device' in again && 'device' in first && again.device.id === first.device.id).toBe(true);
  expect(await add({ manufacturer: 'Dell Inc.', model: 'Latitude 5440' })).toMatchObject({ outcome: 'added' });
});

test('what an import would not take is not taken here, by the same rules', async () => {
  expect(await add({ serialNumber: 'To be filled by O.E.M.', acceptsDoubts: true })).toMatchObject({
    outcome: 'refused',
    mayBeAccepted: false,
    issues: [{ code: 'serialNumber.placeholder' }],
  });
  const doubtful = { serialNumber: '1.23E+11' };
  expect(await add(doubtful)).toMatchObject({ outcome: 'refused', mayBeAccepted: true });
  expect(await add({ ...doubtful, acceptsDoubts: true })).toMatchObject({ outcome: 'added' });
});

test('a row for Partner Center is sent, waits for the partner, and takes the usual way once its hash is there', async () => {
  const answer = await add();
  if (answer.outcome !== 'added') throw new Error(answer.outcome);
  const { id } = answer.device;
  const { files } = await ask(queue.backend, 'exports.write', { target: 'partner-center', deviceIds: [id] });
  const { device, timeline } = await ask(queue.backend, 'devices.get', { id });
  expect(device).toMatchObject({
    partnerFileName: files[0]?.fileName,
    nextStep: { code: 'waitForPartner', whose: 'partner', file: files[0]?.fileName },
  });
  expect(timeline[0]?.sentence).toBe(`Written into ${files[0]?.fileName ?? ''} for Partner Center.`);
});

test('a technician confirms the TPM once, for the device or for all of its model without a hash, and takes it back', async () => {
  const without = {
    hasHardwareHash: false,
    tpmVersion: null,
    registration: 'registered',
    profile: 'assigned',
  } as const;
  const [one, two, other] = ['A1X', 'A2X', 'B1X'].map((serialNumber) =>
    queue.addDevice({ ...without, serialNumber, model: serialNumber === 'B1X' ? 'Other' : 'Slate 13' }),
  ) as [string, string, string];
  const confirm = (change: Partial<InputOf<'bench.confirm'>> = {}) =>
    ask(queue.backend, 'bench.confirm', { deviceIds: [one], question: 'tpm2', ...change });
  expect(await confirm()).toEqual({ deviceIds: [one] });
  expect(await confirm({ scope: 'model' })).toEqual({ deviceIds: [two] });
  expect((await ask(queue.backend, 'devices.get', { id: other })).device.tpmConfirmedAt).toBeNull();
  const { device, timeline, goGate } = await ask(queue.backend, 'devices.get', { id: two });
  expect(device).toMatchObject({ tpmConfirmedAt: '2026-11-22T12:00:00.000Z' });
  expect(goGate.find(({ code }) => code === 'hardware.tpm2')).toMatchObject({ met: true, finding: 'tpmConfirmed' });
  expect(timeline[0]?.sentence).toBe('A physical device with TPM 2.0, as somebody saw.');
  expect(await confirm({ confirmed: false })).toEqual({ deviceIds: [one] });
});

test('without a network the page of a device of the queue opens the gate, and a result without a start is kept', async () => {
  const serialNumber = '5CG9XK2LMN';
  const id = queue.addDevice({
    serialNumber,
    registration: 'none',
    registrationAt: null,
    registeredSerialNumber: null,
    ztdId: null,
    profile: 'unknown',
    profileName: null,
    profileAssignedAt: null,
    profileAllowsPreProvisioning: null,
    profileAt: null,
    microsoftReadAt: null,
    hasHardwareHash: false,
    tpmVersion: null,
    tpmConfirmedAt: '2026-11-22T11:00:00.000Z',
  });
  const code = (more: object = {}) =>
    JSON.stringify({
      Version: '1.0.0',
      ZtdId: '99999999-2222-4333-8444-555555555555',
      SerialNumber: serialNumber,
      TotalBlocks: 1,
      ...more,
    });
  expect(await ask(queue.backend, 'scans.read', { text: code() })).toMatchObject({
    verdict: 'found',
    device: { registration: 'registered', pageScannedAt: '2026-11-22T12:00:00.000Z', nextStep: { code: 'startBench' } },
  });
  const { timeline } = await ask(queue.backend, 'devices.get', { id });
  expect(timeline.map(({ sentence }) => sentence)).toContain(
    'The code on its Autopilot page tells that it is registered.',
  );
  const result = code({ Result: 'Success', ElapsedTimeMilliseconds: 600_000 });
  expect(await ask(queue.backend, 'scans.read', { text: result })).toMatchObject({
    verdict: 'recorded',
    startUnknown: true,
  });
  const { benchRuns } = await ask(queue.backend, 'devices.get', { id });
  expect(benchRuns).toMatchObject([{ startedAt: null, result: 'succeeded' }]);
});
