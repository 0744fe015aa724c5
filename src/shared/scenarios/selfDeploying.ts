import { atBench, gate, inUseAlready, recordedEnd, selfDeployment, startSelfDeployment } from './steps/benchStages.ts';
import { awaitingProfile } from './steps/profileStage.ts';
import { afterRemoval, onOtherBoard, registering, underOtherSerial } from './steps/registrationStages.ts';
import { registeredWithProfile } from './registeredWithProfile.ts';
import type { Scenario } from './scenario.ts';

const conditions = [
  ...registeredWithProfile,
  'profile.selfDeploying',
  'join.entra',
  'assignment.noUser',
  'hardware.physical',
  'hardware.tpm2',
  'enrollment.allowed',
  'bench.failure',
] as const;

/** A kiosk, a sign, a shared device: it deploys by itself, up to the sign-on screen of Windows. */
export const selfDeploying: Scenario = {
  name: 'selfDeploying',
  gate: conditions,
  steps: [
    underOtherSerial,
    onOtherBoard,
    afterRemoval,
    recordedEnd,
    inUseAlready,
    selfDeployment,
    atBench,
    registering,
    awaitingProfile,
    gate(conditions),
    startSelfDeployment,
  ],
  lacks: ['reseal'],
  hasUserFlowWindow: false,
  shipsUnsealed: true,
  checklist: { entra: 'self-deploying', hybrid: null },
  ignoresUser: true,
  ignoresNameWhen: [],
  never: ['reseal', 'redoTechnicianFlow', 'waitForUserFlow'],
  end: 'The sign-on screen of Windows was seen, or Intune shows the device as enrolled.',
  sources: ['Windows Autopilot self-deploying mode'],
};
