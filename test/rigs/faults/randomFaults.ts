import type { FaultSettingsInput } from '../../../src/main/practice-tenant/faults.ts';

const IMPORT = '*/importedWindowsAutopilotDeviceIdentities/import';
const DEVICE = '/deviceManagement/windowsAutopilotDeviceIdentities';

/**
 * A fifth of all calls goes wrong. Besides, a fifth of the imports is half done, some writes are read late or not carried
 * out although they were answered well, some lists go round in circles, and a user is refused the way some tenants do it.
 */
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
    { effect: { kind: 'expireToken' }, probability: 0.01 },
    { effect: { kind: 'loopNextLink' }, methods: ['GET'], probability: 0.05 },
    { effect: { kind: 'ignoreFirstWrite' }, methods: ['POST'], path: `${DEVICE}/*`, probability: 0.05 },
    {
      effect: { kind: 'ignoreWrite' },
      methods: ['DELETE'],
      path: '*/importedWindowsAutopilotDeviceIdentities/*',
      probability: 0.1,
    },
    { effect: { kind: 'badRequest' }, methods: ['POST'], path: '*/assignUserToDevice', probability: 0.3 },
    { effect: { kind: 'badRequest' }, methods: ['GET'], path: DEVICE, probability: 0.02 },
    { effect: { kind: 'partialImport', keepShare: 0.5 }, path: IMPORT, probability: 0.2 },
    { effect: { kind: 'staleRead', seconds: 60 }, methods: ['POST'], probability: 0.05 },
  ],
};
