import { describe, expect, test } from 'vitest';
import { createRouter } from '../../../../src/main/api/router.ts';
import { AppError } from '../../../../src/shared/api/appError.ts';
import { keptLog } from '../../../fakes/testPorts.ts';

describe('the router', () => {
  test('carries a call to its handler with defaults filled in', async () => {
    const dispatch = createRouter(
      { 'devices.ids': (filter) => ({ ids: filter.search === '' ? [] : [filter.search] }) },
      keptLog().log,
    );
    expect(await dispatch('devices.ids', {})).toEqual({ ok: true, value: { ids: [] } });
  });

  test('refuses a name that is not in the contract, inherited ones too', async () => {
    const dispatch = createRouter({}, keptLog().log);
    for (const name of ['devices.explode', 'toString', '__proto__', 'constructor']) {
      expect(await dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    }
  });

  test('refuses input with the field that is wrong', async () => {
    const dispatch = createRouter({ 'devices.note': () => ({}) }, keptLog().log);
    const outcome = await dispatch('devices.note', { id: 'no-uuid', note: 'x' });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ field: 'id' }] } });
  });

  test('turns an expected failure into its code, sentence and remedy', async () => {
    const dispatch = createRouter(
      {
        'settings.read': () => {
          throw new AppError('offline', 'There is no network.', { remedy: 'Connect, then try again.' });
        },
      },
      keptLog().log,
    );
    expect(await dispatch('settings.read', {})).toEqual({
      ok: false,
      error: { code: 'offline', message: 'There is no network.', remedy: 'Connect, then try again.' },
    });
  });

  test('logs a bug in full and shows only a reference to it', async () => {
    const { log, lines } = keptLog();
    const dispatch = createRouter(
      {
        'settings.read': () => {
          throw new TypeError('secret detail');
        },
      },
      log,
    );
    const outcome = await dispatch('settings.read', {});
    expect(outcome).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(outcome)).not.toContain('secret detail');
    expect(JSON.stringify(lines)).toContain('secret detail');
  });

  test('treats an answer that breaks the contract as a bug', async () => {
    const wrong = JSON.parse('{"ids":"none"}') as { ids: string[] };
    const dispatch = createRouter({ 'devices.ids': () => wrong }, keptLog().log);
    expect(await dispatch('devices.ids', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
