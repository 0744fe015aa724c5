import { gate, recordedEnd, readyForPreparation, userSetUp } from './steps/benchStages.ts';
import { afterRemoval, mustNotBeRegistered } from './steps/registrationStages.ts';
import type { Scenario } from './scenario.ts';

const conditions = ['registration.none'] as const;

/** The user signs in and the policy of the user’s group prepares the device; a registration would come before it. */
export const devicePreparation: Scenario = {
  name: 'devicePreparation',
  gate: conditions,
  steps: [mustNotBeRegistered, afterRemoval, recordedEnd, userSetUp, gate(conditions), readyForPreparation],
  lacks: ['registration', 'profile', 'bench'],
  hasUserFlowWindow: false,
  shipsUnsealed: true,
  checklist: { entra: 'device-preparation', hybrid: null },
  ignoresUser: false,
  ignoresNameWhen: ['entra', 'hybrid', 'unknown'],
  never: [
    'register',
    'sendToPartner',
    'waitForPartner',
    'waitForProfile',
    'startBench',
    'reseal',
    'redoTechnicianFlow',
  ],
  end: 'Intune shows the device as enrolled by its user.',
  sources: [
    'Overview of Windows Autopilot device preparation',
    'Compare Windows Autopilot device preparation and Windows Autopilot',
  ],
};
