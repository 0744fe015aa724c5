import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DEVICES,
  importBody,
  IMPORTED,
  rowsOf,
  SETTINGS,
  startPracticeGraph,
  type PracticeGraph,
} from '../../rigs/practiceGraph.ts';

let graph: PracticeGraph;
beforeEach(async () => {
  graph = await startPracticeGraph({ delays: { listing: [500, 500] } });
});
afterEach(() => graph.close());

const sync = async (): Promise<number> => (await graph.post(`${SETTINGS}/sync`)).status;

describe('a synchronisation', () => {
  test('runs alone, and not again within ten minutes', async () => {
    expect((await graph.get(SETTINGS)).body).toMatchObject({
      syncStatus: 'unknown',
      lastSyncDateTime: '0001-01-01T00:00:00Z',
    });
    expect(await sync()).toBe(204);
    expect(await sync()).toBe(409);
    expect((await graph.get(SETTINGS)).body['syncStatus']).toBe('inProgress');
    graph.tenant.advance(60);
    expect((await graph.get(SETTINGS)).body['syncStatus']).toBe('completed');
    expect(await sync()).toBe(429);
    graph.tenant.advance(10 * 60);
    expect(await sync()).toBe(204);
  });

  test('says when it was last asked for', async () => {
    const before = graph.tenant.now();
    await sync();
    const { lastManualSyncTriggerDateTime } = (await graph.get(SETTINGS)).body;
    expect(Date.parse(String(lastManualSyncTriggerDateTime))).toBe(before);
  });

  test('shows imported devices sooner', async () => {
    await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }]));
    graph.tenant.advance(60);
    expect(rowsOf(await graph.get(DEVICES))).toEqual([]);
    await sync();
    graph.tenant.advance(60);
    expect(rowsOf(await graph.get(DEVICES))).toHaveLength(1);
  });
});
