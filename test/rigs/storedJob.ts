import type { StoredJob } from '../../src/main/store/jobRow.ts';

/** A job that waits, with what a test changes about it. */
export function storedJob(change: Partial<StoredJob> = {}): StoredJob {
  return {
    id: '3b0c3c5e-8f0f-4f7e-9a86-0d3c5a1c1b10',
    kind: 'register',
    step: 'send',
    wish: 'register:d1',
    tenantId: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11',
    deviceId: 'd1',
    serialNumber: 'FBK00001',
    batchId: '0b1f5c52-7f0e-4a83-9d2c-5a8ff1f20c10',
    act: { code: 'registration.register' },
    payload: {},
    progress: {},
    state: 'waiting',
    waitsOn: 'time',
    waitsFor: null,
    offlineSince: null,
    reason: null,
    attempts: 0,
    requestId: null,
    dueAt: '2026-11-22T12:00:00.000Z',
    createdAt: '2026-11-22T12:00:00.000Z',
    finishedAt: null,
    ...change,
  };
}
