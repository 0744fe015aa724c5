import { describe, expect, test } from 'vitest';
import { createRouter } from '../../../src/main/api/router.ts';
import { AppError } from '../../../src/shared/outcome/appError.ts';
import { leapingClock, never } from '../../fakes/graphFetch.ts';
import { keptLog } from '../../rigs/testPorts.ts';

const making = (handlers: object) => () => Promise.resolve(handlers);
const ports = { clock: leapingClock(), log: keptLog().log };

describe('the router', () => {
  test('carries a call to its handler with defaults filled in', async () => {
    const { dispatch } = createRouter(
      {
        devices: making({
          'devices.ids': ({ search }: { search: string }) => ({ ids: search === '' ? [] : [search] }),
        }),
      },
      ports,
    );
    expect(await dispatch('devices.ids', {})).toEqual({ ok: true, value: { ids: [] } });
  });

  test('refuses a name that is not in the contract, inherited ones too', async () => {
    const { dispatch } = createRouter({}, ports);
    for (const name of ['devices.explode', 'toString', '__proto__', 'constructor']) {
      expect(await dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    }
  });

  test('refuses input with the field that is wrong', async () => {
    const { dispatch } = createRouter({ devices: making({ 'devices.note': () => ({}) }) }, ports);
    const outcome = await dispatch('devices.note', { id: 'no-uuid', note: 'x' });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ field: 'id' }] } });
  });

  test('says first what is wrong first, and what to do about it', async () => {
    const { dispatch } = createRouter(
      { bench: making({ 'bench.record': () => Promise.reject(new Error('Not called.')) }) },
      ports,
    );
    expect(await dispatch('bench.record', { deviceId: 'no-uuid', step: 'start', overrideReason: ' x ' })).toEqual({
      ok: false,
      error: {
        code: 'invalid-input',
        message: 'The ID of the device must be one that Reseal gave.',
        remedy: 'Try again; if it stays, tell whoever looks after Reseal.',
        fields: [
          { field: 'deviceId', message: 'The ID of the device must be one that Reseal gave.' },
          { field: 'overrideReason', message: 'The reason for starting has 1 character; at least 3 are needed.' },
        ],
      },
    });
  });

  test('turns an expected failure into its code, sentence and remedy', async () => {
    const { dispatch } = createRouter(
      {
        settings: making({
          'settings.read': () => {
            throw new AppError('offline', 'There is no network.', { remedy: 'Connect, then try again.' });
          },
        }),
      },
      ports,
    );
    expect(await dispatch('settings.read', {})).toEqual({
      ok: false,
      error: { code: 'offline', message: 'There is no network.', remedy: 'Connect, then try again.' },
    });
  });

  test('logs a bug in full and shows only a reference to it', async () => {
    const { log, lines } = keptLog();
    const { dispatch } = createRouter(
      {
        settings: making({
          'settings.read': () => {
            throw new TypeError('secret detail');
          },
        }),
      },
      { ...ports, log },
    );
    const outcome = await dispatch('settings.read', {});
    expect(outcome).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(outcome)).not.toContain('secret detail');
    expect(JSON.stringify(lines)).toContain('secret detail');
  });

  test('notes a call that took long by the clock that nobody can set', async () => {
    const { log, lines } = keptLog();
    const clock = leapingClock();
    const { dispatch } = createRouter(
      {
        devices: making({
          'devices.ids': async () => {
            await clock.wait(75, never);
            return { ids: [] };
          },
        }),
      },
      { clock, log },
    );
    await dispatch('devices.ids', {});
    expect(lines).toEqual([{ level: 'info', event: 'procedure.slow', facts: { name: 'devices.ids', tookMs: 75 } }]);
  });

  test('treats an answer that breaks the contract as a bug', async () => {
    const wrong = JSON.parse('{"ids":"none"}') as { ids: string[] };
    const { dispatch } = createRouter({ devices: making({ 'devices.ids': () => wrong }) }, ports);
    expect(await dispatch('devices.ids', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
