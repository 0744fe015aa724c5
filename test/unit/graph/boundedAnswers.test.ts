import { expect, test } from 'vitest';
import { listAutopilotDevices } from '../../../src/main/graph/resources/autopilotDevices.ts';
import { collect } from '../../../src/main/graph/paging.ts';
import { clientOf, json, leapingClock, never, scriptedGraph } from '../../fakes/graphFetch.ts';

const MEGABYTE = new Uint8Array(1_048_576).fill(0x20);

test('an answer that never ends is left after 32 megabytes, with a sentence, and its connection is ended', async () => {
  let sent = 0;
  let isEnded = false;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          sent += 1;
          controller.enqueue(MEGABYTE);
        },
        cancel() {
          isEnded = true;
        },
      }),
    );
  const graph = scriptedGraph(endless);

  await expect(collect(listAutopilotDevices(clientOf(graph.fetch, leapingClock()), never))).rejects.toMatchObject({
    kind: 'protocol',
    code: 'largeAnswer',
    message: expect.stringContaining('larger than any') as unknown,
  });
  expect(sent).toBeLessThan(40);
  expect(isEnded).toBe(true);
  expect(graph.seen).toHaveLength(1);
});

test('a list that has new rows for ever is given up with a sentence', async () => {
  let page = 0;
  const graph = scriptedGraph(() => {
    page += 1;
    const value = Array.from({ length: 1_000 }, (_, row) => ({ id: `${page}-${row}`, serialNumber: 'S' }));
    return json(200, { value, '@odata.nextLink': `https://graph.example/beta/x?$skiptoken=${page}` });
  });

  await expect(collect(listAutopilotDevices(clientOf(graph.fetch, leapingClock()), never))).rejects.toMatchObject({
    code: 'endlessList',
  });
  expect(page).toBe(1_001);
});
