import type { FaultSettingsInput } from '../../../src/main/practice-tenant/faults.ts';

const IMPORT = '*/importedWindowsAutopilotDeviceIdentities/import';

/** A fifth of all calls goes wrong, and besides a fifth of the imports is half done and some writes are read late. */
export const randomFaults: FaultSettingsInput = {
  faults: [
    { effect: { kind: 'throttle', retryAfterSeconds: 5 }, probability: 0.05 },
    { effect: { kind: 'throttle', retryAfterSeconds: null }, probability: 0.05 },
    { effect: { kind: 'status', status: 503 }, probability: 0.04 },
    { effect: { kind: 'status', status: 500 }, probability: 0.02 },
    { effect: { kind: 'status', status: 500, when: 'afterEffect' }, probability: 0.01 },
    { effect: { kind: 'slow', seconds: 30 }, probability: 0.02 },
    { effect: { kind: 'drop', when: 'beforeEffect' }, probability: 0.03 },
    { effect: { kind: 'drop', when: 'afterEffect' }, probability: 0.02 },
    { effect: { kind: 'partialImport', keepShare: 0.5 }, path: IMPORT, probability: 0.2 },
    { effect: { kind: 'staleRead', seconds: 60 }, methods: ['POST'], probability: 0.05 },
  ],
};
