import { describe, expect, test } from 'vitest';
import { download } from '../../../src/main/graph/download.ts';

const root = new URL('https://graph.microsoft.com');
const SECRET = 'https://files.example/report.zip?sig=SECRET';
const never = new AbortController().signal;

/** A server that answers so, and what it was sent. */
function answering(answer: () => Response): { fetch: typeof globalThis.fetch; seen: RequestInit[] } {
  const seen: RequestInit[] = [];
  return {
    seen,
    fetch: (_, init) => {
      seen.push(init ?? {});
      return Promise.resolve(answer());
    },
  };
}

describe('the file of a report', () => {
  test('is fetched without a token, and follows no redirection', async () => {
    const { fetch, seen } = answering(() => new Response('zip'));
    expect(Buffer.from(await download(fetch, root, SECRET, never)).toString()).toBe('zip');
    expect(seen).toMatchObject([{ redirect: 'error' }]);
    expect(seen[0]?.headers).toBeUndefined();
  });

  test.each(['http://files.example/report.zip', 'file:///etc/passwd', 'no address'])(
    'is not fetched from %s',
    async (url) => {
      const { fetch, seen } = answering(() => new Response('zip'));
      await expect(download(fetch, root, url, never)).rejects.toMatchObject({ kind: 'protocol', code: 'foreignFile' });
      expect(seen).toEqual([]);
    },
  );

  test('comes from where Graph itself answers, also without encryption: a practice tenant', async () => {
    const { fetch } = answering(() => new Response('zip'));
    const practice = new URL('http://127.0.0.1:4310');
    await expect(download(fetch, practice, 'http://127.0.0.1:4310/reports/x.zip', never)).resolves.toHaveLength(3);
  });

  test('that is refused, or does not come, is told without its address', async () => {
    const refused = answering(() => new Response('', { status: 403 }));
    await expect(download(refused.fetch, root, SECRET, never)).rejects.toMatchObject({
      kind: 'badRequest',
      message: expect.not.stringContaining('SECRET') as unknown,
    });
    const broken: typeof globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
    await expect(download(broken, root, SECRET, never)).rejects.toMatchObject({
      kind: 'timeout',
      message: expect.not.stringContaining('SECRET') as unknown,
    });
  });

  test('that has no end is given up', async () => {
    const piece = new Uint8Array(8 * 1024 * 1024);
    const endless = (): Response =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue(piece) }));
    await expect(download(answering(endless).fetch, root, SECRET, never)).rejects.toMatchObject({ code: 'largeFile' });
  });
});
