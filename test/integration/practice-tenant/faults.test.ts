import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultSettingsInput } from '../../../src/main/practice-tenant/faults.ts';
import {
  DEVICES,
  errorOf,
  importBody,
  IMPORTED,
  register,
  rowsOf,
  startPracticeGraph,
  type PracticeGraph,
} from '../../rigs/practiceGraph.ts';

let graph: PracticeGraph;
beforeEach(async () => {
  graph = await startPracticeGraph({ seed: 7 });
});
afterEach(() => graph.close());

const setFaults = (...faults: NonNullable<FaultSettingsInput['faults']>): void => graph.tenant.setFaults({ faults });

describe('a client that writes too fast', () => {
  test('is refused after a hundred writes in twenty seconds, and served again when it waits', async () => {
    const statuses: number[] = [];
    for (let write = 0; write < 103; write += 1) statuses.push((await graph.remove(`${IMPORTED}/none`)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    expect(statuses.slice(0, 100)).not.toContain(429);
    graph.tenant.advance(21);
    expect((await graph.remove(`${IMPORTED}/none`)).status).toBe(404);
  });

  test('hears Retry-After only every second time', async () => {
    for (let write = 0; write < 100; write += 1) await graph.remove(`${IMPORTED}/none`);
    const waits = [await graph.remove(`${IMPORTED}/none`), await graph.remove(`${IMPORTED}/none`)].map((reply) =>
      reply.headers.get('Retry-After'),
    );
    expect(waits).toEqual([expect.stringMatching(/^\d+$/), null]);
  });

  test('that imports one by one is refused after 65 devices', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 66; index += 1)
      statuses.push((await graph.post(IMPORTED, { serialNumber: `A-${index}`, hardwareIdentifier: 'AAAA' })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(65);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('faults', () => {
  test('can throttle some calls, with and without Retry-After, for a number of times', async () => {
    setFaults(
      { effect: { kind: 'throttle', retryAfterSeconds: 7 }, path: '/deviceManagement/*', count: 1 },
      { effect: { kind: 'throttle', retryAfterSeconds: null }, path: '/users*', count: 1 },
    );
    const first = await graph.get(DEVICES);
    expect([first.status, first.headers.get('Retry-After')]).toEqual([429, '7']);
    expect((await graph.get(DEVICES)).status).toBe(200);
    const user = await graph.get('/v1.0/users');
    expect([user.status, user.headers.get('Retry-After')]).toEqual([429, null]);
  });

  test('can last for a while of virtual time', async () => {
    setFaults({ effect: { kind: 'status', status: 503 }, window: { fromSeconds: 10, forSeconds: 20 } });
    const statusNow = async (): Promise<number> => (await graph.get('/v1.0/me')).status;
    expect(await statusNow()).toBe(200);
    graph.tenant.advance(10);
    expect(await statusNow()).toBe(503);
    graph.tenant.advance(20);
    expect(await statusNow()).toBe(200);
  });

  test('strike the same calls in every run with the same seed', async () => {
    const run = async (): Promise<readonly number[]> => {
      const one = await startPracticeGraph({
        seed: 3,
        faults: { faults: [{ effect: { kind: 'status', status: 500 }, probability: 0.2 }] },
      });
      const statuses: number[] = [];
      for (let call = 0; call < 60; call += 1) statuses.push((await one.get('/v1.0/me')).status);
      await one.close();
      return statuses;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(first.filter((status) => status === 500).length).toBeGreaterThan(4);
    expect(first.filter((status) => status === 500).length).toBeLessThan(25);
  });

  test('can drop the connection before anything happened, and after everything did', async () => {
    setFaults({ effect: { kind: 'drop', when: 'beforeEffect' }, methods: ['POST'] });
    await expect(graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }]))).rejects.toThrow();
    setFaults({ effect: { kind: 'drop', when: 'afterEffect' }, methods: ['POST'] });
    await expect(graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-2' }]))).rejects.toThrow();
    setFaults();
    expect(rowsOf(await graph.get(IMPORTED)).map((row) => row['serialNumber'])).toEqual(['A-2']);
  });

  test('can answer 504 although the request took effect', async () => {
    setFaults({ effect: { kind: 'status', status: 504, when: 'afterEffect' }, methods: ['POST'] });
    expect((await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }]))).status).toBe(504);
    expect(rowsOf(await graph.get(IMPORTED))).toHaveLength(1);
  });

  test('can call a good token expired', async () => {
    setFaults({ effect: { kind: 'expireToken' }, count: 1 });
    const reply = await graph.get('/v1.0/me');
    expect([reply.status, errorOf(reply).code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(reply.headers.get('WWW-Authenticate')).toContain('authorization_uri');
    expect((await graph.get('/v1.0/me')).status).toBe(200);
  });

  test('can let a nextLink lead to its own page', async () => {
    await register(graph, [{ serialNumber: 'A-1' }]);
    setFaults({ effect: { kind: 'loopNextLink' } });
    const { body } = await graph.get(`${DEVICES}?$top=100`);
    expect(body['@odata.nextLink']).toBe(`${graph.tenant.url}${DEVICES}?$top=100`);
  });

  test('can take half of an import and be silent about the rest', async () => {
    setFaults({ effect: { kind: 'partialImport', keepShare: 0.5 } });
    const devices = ['A-1', 'A-2', 'A-3', 'A-4'].map((serialNumber) => ({ serialNumber }));
    expect(rowsOf(await graph.post(`${IMPORTED}/import`, importBody(devices)))).toHaveLength(2);
    expect(rowsOf(await graph.get(IMPORTED))).toHaveLength(2);
  });

  test('can ignore a write, or show it late', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    const tagAfter = async (seconds: number): Promise<unknown> => {
      graph.tenant.advance(seconds);
      return (await graph.get(`${DEVICES}/${id}`)).body['groupTag'];
    };
    setFaults({ effect: { kind: 'ignoreWrite' }, count: 1 }, { effect: { kind: 'staleRead', seconds: 300 } });
    expect((await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, { groupTag: 'Lost' })).status).toBe(200);
    expect(await tagAfter(600)).toBe('');
    await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, { groupTag: 'Late' });
    expect(await tagAfter(60)).toBe('');
    expect(await tagAfter(250)).toBe('Late');
  });

  test('can ignore a write until it is sent a second time', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    setFaults({ effect: { kind: 'ignoreFirstWrite' }, methods: ['POST'] });
    const tagAfterWriting = async (groupTag: string): Promise<unknown> => {
      expect((await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, { groupTag })).status).toBe(200);
      graph.tenant.advance(60);
      return (await graph.get(`${DEVICES}/${id}`)).body['groupTag'];
    };
    expect(await tagAfterWriting('One')).toBe('');
    expect(await tagAfterWriting('One')).toBe('One');
    expect(await tagAfterWriting('Two')).toBe('One');
  });

  test('knows a value that is sent a second time whatever comes with it', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    setFaults({ effect: { kind: 'ignoreFirstWrite' }, methods: ['POST'] });
    const writing = async (properties: Readonly<Record<string, string>>): Promise<unknown> => {
      await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, properties);
      graph.tenant.advance(60);
      const { groupTag, displayName } = (await graph.get(`${DEVICES}/${id}`)).body;
      return { groupTag, displayName };
    };
    expect(await writing({ groupTag: 'One', displayName: 'LAB-1' })).toEqual({ groupTag: '', displayName: '' });
    expect(await writing({ groupTag: 'One' })).toEqual({ groupTag: 'One', displayName: '' });
    expect(await writing({ displayName: 'LAB-1' })).toEqual({ groupTag: 'One', displayName: 'LAB-1' });
  });

  test('can refuse assignUserToDevice as some tenants do', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    setFaults({ effect: { kind: 'badRequest' }, path: '*/assignUserToDevice' });
    const user = { userPrincipalName: 'ada.lovelace@contoso-practice.example', addressableUserName: 'Ada' };
    expect((await graph.post(`${DEVICES}/${id}/assignUserToDevice`, user)).status).toBe(400);
    expect((await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, user)).status).toBe(200);
  });

  test('can take away the role for one part of Intune, or for writing there, as Intune and the directory say it', async () => {
    setFaults(
      { effect: { kind: 'forbidden' }, path: '/deviceManagement/importedDeviceIdentities*' },
      { effect: { kind: 'forbidden' }, path: '/deviceManagement/*Autopilot*', methods: ['POST', 'DELETE'] },
      { effect: { kind: 'forbidden' }, path: '/users*' },
    );
    const identifiers = await graph.get('/beta/deviceManagement/importedDeviceIdentities');
    expect([identifiers.status, errorOf(identifiers).code]).toEqual([403, 'Forbidden']);
    expect(errorOf(identifiers).message).toContain('User is not authorized to perform this operation');
    expect((await graph.get(DEVICES)).status).toBe(200);
    expect((await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }]))).status).toBe(403);
    expect(errorOf(await graph.get('/v1.0/users'))).toEqual({
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges to complete the operation.',
    });
  });

  test('can answer 404 for a while, as a replica that has not heard of an object yet', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    setFaults({ effect: { kind: 'notFound' }, path: `/deviceManagement/*/${id}`, count: 1 });
    expect((await graph.get(`${DEVICES}/${id}`)).status).toBe(404);
    expect((await graph.get(`${DEVICES}/${id}`)).status).toBe(200);
  });

  test('can make an answer slow, in virtual time', async () => {
    const fast = await startPracticeGraph({
      speed: 1000,
      faults: { faults: [{ effect: { kind: 'slow', seconds: 30 } }] },
    });
    expect((await fast.get('/v1.0/me')).status).toBe(200);
    await fast.close();
  });

  test('can add rules of their own for serial numbers', async () => {
    graph.tenant.setFaults({
      serialRules: [
        { contains: 'demo', outcome: { kind: 'error', code: 811, name: 'ZtdDeviceRegisteredByOtherTenant' } },
      ],
    });
    await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'DEMO-1' }]));
    graph.tenant.advance(120);
    expect(rowsOf(await graph.get(IMPORTED))).toMatchObject([{ state: { deviceErrorCode: 811 } }]);
  });

  test('are set by command as well, and refused when they make no sense', async () => {
    const rules = { faults: [{ effect: { kind: 'status', status: 503 }, path: '/me' }] };
    expect((await graph.send('PUT', '/practice/faults', rules)).status).toBe(200);
    expect((await graph.get('/v1.0/me')).status).toBe(503);
    expect((await graph.send('PUT', '/practice/faults', { faults: [{ effect: { kind: 'explode' } }] })).status).toBe(
      400,
    );
  });
});
