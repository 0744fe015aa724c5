import { expect, test } from 'vitest';
import { answerBatch } from '../../../../src/main/practice-tenant/protocol/batch.ts';

test('a batch takes as long as the slowest of its requests', () => {
  const ids = ['1', '2', '3'];
  const { delaySeconds } = answerBatch(
    {
      method: 'POST',
      version: 'v1.0',
      segments: ['$batch'],
      query: new URLSearchParams(),
      headers: {},
      body: { requests: ids.map((id) => ({ id, method: 'GET', url: `/users/${id}` })) },
      caller: { userId: null, scopes: null },
      root: 'http://127.0.0.1/v1.0',
    },
    ({ path }) => ({ answer: { status: 200 }, delaySeconds: path === '/v1.0/users/2' ? 30 : 0 }),
  );
  expect(delaySeconds).toBe(30);
});
