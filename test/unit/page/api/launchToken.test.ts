import { expect, test } from 'vitest';
import { takeLaunchToken } from '../../../../src/renderer/api/launchToken.ts';

async function browserAt(hash: string, kept: string | null = null) {
  const state = { kept, replaced: [] as (string | URL | null | undefined)[] };
  const storage = {
    getItem: () => state.kept,
    setItem: (_: string, value: string) => {
      state.kept = value;
    },
  };
  const history = {
    replaceState: (_: unknown, __: string, url?: string | URL | null) => void state.replaced.push(url),
  };
  const exchange = (code: string) => Promise.resolve(code === 'good' ? 'exchanged' : null);
  return { state, token: await takeLaunchToken({ hash, pathname: '/', search: '?wall' }, history, storage, exchange) };
}

test('the token of the launch address is kept for this tab and leaves the address bar', async () => {
  const { token, state } = await browserAt('#token=aB-9_x');
  expect(token).toBe('aB-9_x');
  expect(state).toEqual({ kept: 'aB-9_x', replaced: ['/?wall'] });
});

test('a reload at an address of the page uses the kept token', async () => {
  const { token, state } = await browserAt('#/queue', 'kept');
  expect(token).toBe('kept');
  expect(state.replaced).toEqual([]);
});

test('a code is exchanged for the token; one that is used up gives none, and leaves what the tab had', async () => {
  expect(await browserAt('#code=good')).toEqual({
    token: 'exchanged',
    state: { kept: 'exchanged', replaced: ['/?wall'] },
  });
  expect((await browserAt('#code=used')).token).toBeNull();
  expect((await browserAt('#code=used', 'kept')).token).toBe('kept');
});

test('without either there is none', async () => {
  expect((await browserAt('#/queue')).token).toBeNull();
});
