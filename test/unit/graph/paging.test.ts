import { expect, test } from 'vitest';
import { findAutopilotDevices, listAutopilotDevices } from '../../../src/main/graph/resources/autopilotDevices.ts';
import { clientOf, json, leapingClock, never, scriptedGraph, type SeenRequest } from '../../fakes/graphFetch.ts';

const device = (id: string) => ({ id, serialNumber: `SN-${id}` });
const link = (skip: string): string => `https://graph.example/beta/x?$skiptoken=LastSerialNumber='${skip}'`;

async function idsFrom(reply: (request: SeenRequest) => Response, ...more: readonly Response[]) {
  const graph = scriptedGraph(reply, ...more);
  const ids: string[] = [];
  const pages = listAutopilotDevices(clientOf(graph.fetch, leapingClock()), never);
  let answer = await pages.next();
  for (; answer.done !== true; answer = await pages.next()) ids.push(...answer.value.map(({ id }) => id));
  return { ids, requests: graph.seen.length, isWhole: answer.value };
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
    isWhole: true,
  });
});

test('an empty page in the middle does not end the list', async () => {
  const first = json(200, { value: [device('a')], '@odata.nextLink': link('a') });
  const empty = json(200, { value: [], '@odata.nextLink': link('b') });
  const last = json(200, { value: [device('c')] });
  expect(await idsFrom(() => first.clone(), empty, last)).toEqual({ ids: ['a', 'c'], requests: 3, isWhole: true });
});

test('a next link that leads to itself ends the list, which is not whole then', async () => {
  const page = json(200, { value: [device('a')], '@odata.nextLink': link('a') });
  expect(await idsFrom(() => page.clone())).toMatchObject({ ids: ['a'], isWhole: false });
});

test('a page that brings only what is known ends the list, even under a new link, and it is not whole then', async () => {
  let requests = 0;
  const read = await idsFrom(() => {
    requests += 1;
    return json(200, { value: [device('a')], '@odata.nextLink': link(`${requests}`) });
  });
  expect(read).toEqual({ ids: ['a'], requests: 2, isWhole: false });
});

test('empty pages under ever new links end, and the list is not whole then', async () => {
  let requests = 0;
  const read = await idsFrom(() => {
    requests += 1;
    return json(200, { value: [], '@odata.nextLink': link(`${requests}`) });
  });
  expect(read).toEqual({ ids: [], requests: 21, isWhole: false });
});

test('a search whose answer was cut off is made anew, and what may be missing at last is told', async () => {
  const cut = json(200, { value: [device('a')], '@odata.nextLink': link('a') });
  const graph = scriptedGraph(cut, cut, json(200, { value: [device('a'), { ...device('b'), serialNumber: 'SN-a' }] }));
  const found = await findAutopilotDevices(clientOf(graph.fetch, leapingClock()), 'SN-a', never);
  expect(found).toMatchObject({ rows: [{ id: 'a' }, { id: 'b' }], isWhole: true });

  const allCut = scriptedGraph(cut);
  expect(await findAutopilotDevices(clientOf(allCut.fetch, leapingClock()), 'SN-a', never)).toMatchObject({
    rows: [{ id: 'a' }],
    isWhole: false,
  });
});

test('a row without an id is left out, and one with properties new to us is kept', async () => {
  const page = json(200, { value: [{ serialNumber: 'lost' }, { ...device('a'), cloudPower: 9 }, 'nonsense'] });
  expect(await idsFrom(() => page.clone())).toMatchObject({ ids: ['a'], isWhole: false });
});

test('an answer that is no list is refused in words', async () => {
  await expect(idsFrom(() => json(200, { hello: 'world' }))).rejects.toMatchObject({ kind: 'protocol' });
});
