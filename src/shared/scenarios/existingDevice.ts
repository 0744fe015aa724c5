import {
  atBench,
  gate,
  inUseAlready,
  recordedEnd,
  startTaskSequence,
  afterTaskSequence,
  userSetUp,
} from './steps/benchStages.ts';
import { afterRemoval, underOtherSerial } from './steps/registrationStages.ts';
import type { Scenario } from './scenario.ts';

const conditions = ['profile.forUser', 'bench.failure'] as const;

/** Windows is installed anew with the profile in a JSON file; the device is registered afterwards, if at all. */
export const existingDevice: Scenario = {
  name: 'existingDevice',
  gate: conditions,
  steps: [
    underOtherSerial,
    afterRemoval,
    recordedEnd,
    inUseAlready,
    userSetUp,
    afterTaskSequence,
    atBench,
    gate(conditions),
    startTaskSequence,
  ],
  lacks: ['registration', 'profile'],
  hasUserFlowWindow: false,
  shipsUnsealed: true,
  checklist: { entra: 'existing-devices', hybrid: 'existing-devices' },
  ignoresUser: false,
  ignoresNameWhen: ['hybrid'],
  never: ['register', 'sendToPartner', 'waitForPartner', 'waitForProfile', 'reseal', 'redoTechnicianFlow'],
  end: 'Intune shows the device as enrolled.',
  sources: ['Windows Autopilot deployment for existing devices'],
};
