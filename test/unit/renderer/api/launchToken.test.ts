import { expect, test } from 'vitest';
import { takeLaunchToken } from '../../../../src/renderer/api/launchToken.ts';

function browserAt(hash: string, kept: string | null = null) {
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
  return { state, token: takeLaunchToken({ hash, pathname: '/' }, history, storage) };
}

test('the token of the launch address is kept for this tab and leaves the address bar', () => {
  const { token, state } = browserAt('#token=aB-9_x');
  expect(token).toBe('aB-9_x');
  expect(state).toEqual({ kept: 'aB-9_x', replaced: ['/'] });
});

test('a reload at an address of the page uses the kept token', () => {
  const { token, state } = browserAt('#/queue', 'kept');
  expect(token).toBe('kept');
  expect(state.replaced).toEqual([]);
});

test('without either there is none', () => {
  expect(browserAt('#/queue').token).toBeNull();
});
