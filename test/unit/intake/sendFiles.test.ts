import { beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../src/renderer/api/client.ts';
import { setWork, useIntakeWork } from '../../../src/renderer/features/intake/intakeWork.ts';
import { cancelWork, sendFiles } from '../../../src/renderer/features/intake/sendFiles.ts';

const tenantId = '6d8d8a5e-0000-4000-8000-00000000000a';
const chosen = (...names: string[]) => names.map((path) => ({ path, file: new File([], path) }));
const refusal = { ok: false, error: { code: 'internal', message: 'It did not work.' } };

/** A page's client that keeps what was asked. What a test does at a call happens while the backend works on it. */
function clientWith(answers: Readonly<Record<string, () => unknown>> = {}) {
  const asked: { readonly name: string; readonly input: object }[] = [];
  let opened = 0;
  const client = createClient({
    call(name, input) {
      asked.push({ name, input: Object(input) as object });
      const usual = name === 'intake.openFile' ? { fileId: `file ${++opened}` } : {};
      return Promise.resolve(answers[name]?.() ?? { ok: true, value: usual });
    },
    subscribe: () => () => undefined,
  });
  return {
    client,
    asked,
    inputsOf: (wanted: string) => asked.flatMap(({ name, input }) => (name === wanted ? [input] : [])),
  };
}

describe('files that are sent', () => {
  beforeEach(() => setWork({ state: 'none' }));

  test('are read into a preview that the page has named, so that it can cancel this one and no other', async () => {
    const { client, asked, inputsOf } = clientWith({ 'intake.preview': () => cancelWork(client) });
    await sendFiles(client, chosen('a.csv', 'b.csv'), tenantId);

    const [cancelled] = inputsOf('intake.cancel');
    expect(inputsOf('intake.preview')).toMatchObject([{ fileIds: ['file 1', 'file 2'], tenantId, ...cancelled }]);
    expect(cancelled).toEqual({ previewId: expect.any(String) as string });
    expect(asked.map(({ name }) => name)).not.toContain('intake.closeFiles');
  });

  test('are given up when the person cancels', async () => {
    const { client, inputsOf } = clientWith({
      'intake.openFile': () => {
        if (inputsOf('intake.openFile').length === 2) cancelWork(client);
        return undefined;
      },
    });
    await sendFiles(client, chosen('a.csv', 'b.csv', 'c.csv'), tenantId);

    expect(inputsOf('intake.closeFiles')).toEqual([{ fileIds: ['file 1', 'file 2'] }]);
    expect(inputsOf('intake.preview')).toEqual([]);
    expect(useIntakeWork.getState()).toEqual({ state: 'none' });
  });

  test.each([
    ['a second file is refused', 'intake.openFile', 2],
    ['the preview is refused', 'intake.preview', 1],
  ])('are given up when %s, and the page says so', async (_, refused, time) => {
    const { client, inputsOf } = clientWith({
      [refused]: () => (inputsOf(refused).length === time ? refusal : undefined),
    });
    await sendFiles(client, chosen('a.csv', 'b.csv'), tenantId);

    expect(inputsOf('intake.closeFiles')).toHaveLength(1);
    expect(useIntakeWork.getState()).toMatchObject({ state: 'failed', failure: refusal.error });
  });
});
