import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../../src/main/backend.ts';
import { benchState, type BenchState } from '../../../src/shared/bench/benchState.ts';
import { benchStep } from '../../../src/shared/bench/benchStep.ts';
import { benchWarningSentence } from '../../../src/shared/bench/benchWarningWords.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { nextStepSentence } from '../../../src/shared/devices/nextStepWords.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let workshop: OfflineQueue;
let backend: Backend;

beforeEach(() => {
  workshop = offlineQueue();
  ({ backend } = workshop);
});
afterEach(() => workshop.close());

const record = (deviceId: string, step: (typeof benchStep.options)[number], more: object = {}) =>
  ask(backend, 'bench.record', { deviceId, step, ...more });

const runsOf = async (id: string) => (await ask(backend, 'devices.get', { id })).benchRuns;

describe('a technician flow', () => {
  test('goes from its start to the user flow, with a time for each act and a line in the history', async () => {
    const deviceId = workshop.addDevice();
    await ask(backend, 'settings.write', { technicianInitials: 'JB' });
    await record(deviceId, 'start');
    workshop.passMinutes(31);
    await record(deviceId, 'success', { elapsedMs: 1_834_221, note: 'The fan is loud.' });
    workshop.passMinutes(2);
    const resealed = await record(deviceId, 'reseal');
    expect(resealed).toMatchObject({
      bench: 'succeeded',
      benchEndedAt: '2026-11-22T12:31:00.000Z',
      reseal: 'resealed',
      resealedAt: '2026-11-22T12:33:00.000Z',
      nextStep: { code: 'ship' },
      warnings: [],
    });
    await record(deviceId, 'ship');
    workshop.passMinutes(120);
    expect(await record(deviceId, 'userFlowDone')).toMatchObject({ reseal: 'userFlowDone', warnings: [] });

    const { timeline } = await ask(backend, 'devices.get', { id: deviceId });
    expect(timeline.map(({ subject, sentence, source }) => [subject, sentence, source]).reverse()).toEqual([
      ['bench', 'The technician flow started.', 'JB'],
      ['bench', 'The technician flow succeeded after 31 minutes.', 'JB'],
      ['note', 'The fan is loud.', 'JB'],
      ['reseal', 'The device was resealed.', 'JB'],
      ['reseal', 'The device was shipped.', 'JB'],
      ['reseal', 'The user flow is done.', 'JB'],
    ]);
    expect(await runsOf(deviceId)).toMatchObject([{ result: 'succeeded', elapsedMs: 1_834_221, technician: 'JB' }]);
  });

  test('is told in the history alike, wherever the computer stands that wrote it', async () => {
    const german = offlineQueue({ locale: 'de-DE' });
    const deviceId = german.addDevice();
    await ask(german.backend, 'bench.record', { deviceId, step: 'start' });
    await ask(german.backend, 'bench.record', { deviceId, step: 'success', elapsedMs: 86_400_000 });
    const { timeline } = await ask(german.backend, 'devices.get', { id: deviceId });
    expect(timeline.map(({ sentence }) => sentence)).toContain('The technician flow succeeded after 1,440 minutes.');
    await german.close();
  });

  test('that failed says what the code means, and may be started again', async () => {
    const deviceId = workshop.addDevice();
    await record(deviceId, 'start');
    const failed = await record(deviceId, 'failure', { errorCode: '800705B4' });
    expect(failed).toMatchObject({
      bench: 'failed',
      benchError: { code: '0x800705b4', name: 'Timeout' },
      nextStep: { code: 'retryBench' },
    });
    expect(nextStepSentence(failed.nextStep)).toContain('TPM 2.0');
    workshop.passMinutes(5);
    expect(await record(deviceId, 'start')).toMatchObject({ bench: 'running', benchError: null });
    expect((await runsOf(deviceId)).map(({ result, errorCode }) => [result, errorCode])).toEqual([
      [null, null],
      ['failed', '800705B4'],
    ]);
  });

  test('takes the code of the screen after the failure, as after its QR code, which holds none', async () => {
    const deviceId = workshop.addDevice();
    await record(deviceId, 'start');
    await record(deviceId, 'failure');
    const known = await ask(backend, 'bench.noteCode', { deviceId, errorCode: ' 81039024 ' });
    expect(known).toMatchObject({
      bench: 'failed',
      benchError: { code: '0x81039024' },
      nextStep: { reason: 'failureStops' },
    });
    expect(await runsOf(deviceId)).toMatchObject([{ result: 'failed', errorCode: '81039024' }]);
    const { timeline } = await ask(backend, 'devices.get', { id: deviceId });
    expect(timeline[0]?.sentence).toContain('failed with 0x81039024');
    expect(await ask(backend, 'bench.undo', { deviceId })).toMatchObject({ bench: 'running', benchError: null });
    expect(await backend.dispatch('bench.noteCode', { deviceId, errorCode: '81039024' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: 'No failure is recorded to which the code could belong.' },
    });
  });

  test('keeps an error that nobody knows as it was typed', async () => {
    const deviceId = workshop.addDevice();
    await record(deviceId, 'start');
    expect(await record(deviceId, 'failure', { errorCode: ' Error 42 ' })).toMatchObject({
      benchError: { code: 'Error 42', name: null, message: null },
    });
  });

  test('may be run again after a reset, which makes the earlier reseal void', async () => {
    const deviceId = workshop.addDevice();
    for (const step of ['start', 'success', 'reseal'] as const) await record(deviceId, step);
    expect(await backend.dispatch('bench.record', { deviceId, step: 'start' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('Run again') as string },
    });
    expect(await record(deviceId, 'start', { again: true })).toMatchObject({
      bench: 'running',
      reseal: 'notResealed',
      resealedAt: null,
    });
  });
});

describe('the go gate', () => {
  test('blocks the start, naming every condition that fails and what to do', async () => {
    const deviceId = workshop.addDevice({
      profileAllowsPreProvisioning: false,
      isVirtualMachine: true,
      chosenScenario: 'preProvisioned',
    });
    const outcome = await backend.dispatch('bench.record', { deviceId, step: 'start' });
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        code: 'blocked',
        message: expect.stringContaining('5CG1234567 may not start: The profile does not allow') as string,
        remedy: expect.stringContaining('Turn on') as string,
        fields: [{ field: 'profile.allowsPreProvisioning' }, { field: 'hardware.physical' }],
      },
    });
    expect(await runsOf(deviceId)).toEqual([]);
  });

  test('lets a supervisor start with a reason, and keeps the reason in the run and the audit log', async () => {
    const deviceId = workshop.addDevice({ profileAssignedAt: null });
    expect(await record(deviceId, 'start', { overrideReason: 'Seen in Intune' })).toMatchObject({ bench: 'running' });
    expect(await runsOf(deviceId)).toMatchObject([{ overrideReason: 'Seen in Intune (profile.dateAssigned)' }]);
    const { entries } = await ask(backend, 'audit.list', {});
    expect(entries).toMatchObject([
      { action: 'bench.override', sentence: expect.stringContaining('5CG1234567') as string },
    ]);
  });

  test('holds a device whose code says stop until somebody says what was done', async () => {
    const deviceId = workshop.addDevice();
    await record(deviceId, 'start');
    expect(await record(deviceId, 'failure', { errorCode: '81039024' })).toMatchObject({
      nextStep: { code: 'updateFirmware', reason: 'failureStops' },
    });
    const { byNextStep } = await ask(backend, 'devices.list', {});
    expect(byNextStep).toMatchObject({ updateFirmware: 1 });
    expect(await backend.dispatch('bench.record', { deviceId, step: 'start' })).toMatchObject({
      error: {
        code: 'blocked',
        message: expect.stringContaining('ended with 0x81039024') as string,
        fields: [{ field: 'bench.failure' }],
      },
    });
    await record(deviceId, 'start', { overrideReason: 'Firmware 7.2 installed' });
    expect(await runsOf(deviceId)).toMatchObject([{ overrideReason: 'Firmware 7.2 installed (bench.failure)' }, {}]);
  });

  test('lets no device run a second time by itself that is still enrolled from the first', async () => {
    const deviceId = workshop.addDevice({ enrollment: 'enrolled', bench: 'succeeded', reseal: 'shipped' });
    expect(await backend.dispatch('bench.record', { deviceId, step: 'start', again: true })).toMatchObject({
      error: { code: 'blocked', fields: [{ field: 'enrollment.allowed' }] },
    });
    const insisted = { again: true, overrideReason: 'Record deleted in Intune' } as const;
    expect(await backend.dispatch('bench.record', { deviceId, step: 'start', ...insisted })).toMatchObject({
      error: { code: 'blocked', message: expect.stringContaining('It is enrolled in Intune') as string },
    });
    expect(await record(deviceId, 'start', { ...insisted, acceptsLoss: true })).toMatchObject({ bench: 'running' });
  });

  test('records no override where the gate was open', async () => {
    const deviceId = workshop.addDevice();
    await record(deviceId, 'start', { overrideReason: 'To be sure' });
    expect(await runsOf(deviceId)).toMatchObject([{ overrideReason: null }]);
    expect((await ask(backend, 'audit.list', {})).total).toBe(0);
  });
});

describe('taking back', () => {
  const stateOf = async (id: string): Promise<BenchState> =>
    benchState.parse((await ask(backend, 'devices.get', { id })).device);

  const walked = fc.record({ step: fc.constantFrom(...benchStep.options), startUnknown: fc.boolean() });

  test('brings back the earlier state, act by act, to the very start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(walked, { maxLength: 12 }), async (steps) => {
        const deviceId = workshop.addDevice();
        const states = [await stateOf(deviceId)];
        for (const { step, startUnknown } of steps) {
          const outcome = await backend.dispatch('bench.record', {
            deviceId,
            step,
            again: true,
            acceptsLoss: true,
            startUnknown,
          });
          workshop.passMinutes(1);
          if (outcome.ok) states.push(await stateOf(deviceId));
        }
        for (const expected of states.slice(0, -1).reverse()) {
          await ask(backend, 'bench.undo', { deviceId });
          expect(await stateOf(deviceId)).toEqual(expected);
        }
        expect(await runsOf(deviceId)).toEqual([]);
        expect(await backend.dispatch('bench.undo', { deviceId })).toMatchObject({ error: { code: 'conflict' } });
      }),
      { numRuns: 25 },
    );
  });

  test('a result opens the run again', async () => {
    const deviceId = workshop.addDevice();
    await record(deviceId, 'start');
    await record(deviceId, 'failure', { errorCode: '0x80180014' });
    expect(await ask(backend, 'bench.undo', { deviceId })).toMatchObject({ bench: 'running', benchError: null });
    expect(await runsOf(deviceId)).toMatchObject([{ endedAt: null, result: null, errorCode: null }]);
  });

  test('is refused once time has moved the device on', async () => {
    const deviceId = workshop.addDevice();
    for (const step of ['start', 'success', 'reseal'] as const) await record(deviceId, step);
    workshop.passMinutes(190 * 24 * 60);
    expect(await backend.dispatch('bench.record', { deviceId, step: 'ship' })).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('Six months are over') as string },
    });
    expect((await ask(backend, 'devices.get', { id: deviceId })).device.reseal).toBe('expired');
    expect(await backend.dispatch('bench.undo', { deviceId })).toMatchObject({ error: { code: 'conflict' } });
  });
});

describe('what needs a look', () => {
  const looks = async () => (await ask(backend, 'bench.needsLook', {})).devices;

  test('is what failed, what is blocked and what lasts too long, and nothing else', async () => {
    const good = workshop.addDevice();
    expect(await looks()).toBe(0);
    const red = workshop.addDevice({ serialNumber: 'RED1', ztdId: null });
    await record(red, 'start');
    await record(red, 'failure', { errorCode: '0x81039024' });
    workshop.addDevice({ serialNumber: 'BLOCKED1', ztdId: null, enrollment: 'blocked' });
    expect(await looks()).toBe(2);
    await record(good, 'start');
    expect(await looks()).toBe(2);
    workshop.passMinutes(61);
    expect(await looks()).toBe(3);
  });
});

describe('the two clocks', () => {
  test('a user flow before 90 minutes is recorded, and warned of in the answer and the history', async () => {
    const deviceId = workshop.addDevice();
    for (const step of ['start', 'success', 'reseal'] as const) await record(deviceId, step);
    workshop.passMinutes(40);
    const done = await record(deviceId, 'userFlowDone');
    expect(done.reseal).toBe('userFlowDone');
    const warnings = done.warnings.map((warning) => benchWarningSentence(warning, neutralFormatter));
    expect(warnings).toEqual([expect.stringContaining('40 minutes after the technician flow')]);
    const { timeline } = await ask(backend, 'devices.get', { id: deviceId });
    expect(timeline[0]).toMatchObject({ subject: 'note', sentence: warnings[0] });
  });

  test('a device that does not exist is said so', async () => {
    const deviceId = 'b7b7a9c2-4a5d-4c0e-9a43-6a2f0d2f4b11';
    expect(await backend.dispatch('bench.record', { deviceId, step: 'start' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
