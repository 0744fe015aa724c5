import { expect, test } from 'vitest';
import { listAutopilotDevices } from '../../../../src/main/graph/resources/autopilotDevices.ts';
import { clientOf, json, leapingClock, never, scriptedGraph, type SeenRequest } from '../../../fakes/graphFetch.ts';

const device = (id: string) => ({ id, serialNumber: `SN-${id}` });
const link = (skip: string): string => `https://graph.example/beta/x?$skiptoken=LastSerialNumber='${skip}'`;

async function idsFrom(reply: (request: SeenRequest) => Response, ...more: readonly Response[]) {
  const graph = scriptedGraph(reply, ...more);
  const ids: string[] = [];
  for await (const rows of listAutopilotDevices(clientOf(graph.fetch, leapingClock()), never)) {
    ids.push(...rows.map(({ id }) => id));
  }
  return { ids, requests: graph.seen.length };
}

test('all pages are read, in the order sent', async () => {
  const pages = [
    json(200, { value: [device('a'), device('b')], '@odata.nextLink': link('b') }),
    json(200, { value: [device('c')] }),
  ];
  const [first, ...rest] = pages;
  expect(await idsFrom(() => first?.clone() ?? Response.error(), ...rest)).toEqual({
    ids: ['a', 'b', 'c'],
    requests: 2,
  });
});

test('an empty page in the middle does not end the list', async () => {
  const first = json(200, { value: [device('a')], '@odata.nextLink': link('a') });
  const empty = json(200, { value: [], '@odata.nextLink': link('b') });
  const last = json(200, { value: [device('c')] });
  expect(await idsFrom(() => first.clone(), empty, last)).toEqual({ ids: ['a', 'c'], requests: 3 });
});

test('a next link that leads to itself ends the list', async () => {
  const page = json(200, { value: [device('a')], '@odata.nextLink': link('a') });
  expect(await idsFrom(() => page.clone())).toMatchObject({ ids: ['a'] });
});

test('a page that brings only what is known ends the list, even under a new link', async () => {
  let requests = 0;
  const read = await idsFrom(() => {
    requests += 1;
    return json(200, { value: [device('a')], '@odata.nextLink': link(`${requests}`) });
  });
  expect(read).toEqual({ ids: ['a'], requests: 2 });
});

test('a row without an id is left out, and one with properties new to us is kept', async () => {
  const page = json(200, { value: [{ serialNumber: 'lost' }, { ...device('a'), cloudPower: 9 }, 'nonsense'] });
  expect(await idsFrom(() => page.clone())).toMatchObject({ ids: ['a'] });
});

test('an answer that is no list is refused in words', async () => {
  await expect(idsFrom(() => json(200, { hello: 'world' }))).rejects.toMatchObject({ kind: 'protocol' });
});
