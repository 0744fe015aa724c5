import {
  atBench,
  gate,
  inUseAlready,
  recordedEnd,
  afterTechnicianFlow,
  startTechnicianFlow,
} from './steps/benchStages.ts';
import { awaitingProfile } from './steps/profileStage.ts';
import { afterRemoval, onOtherBoard, registering, underOtherSerial } from './steps/registrationStages.ts';
import { registeredWithProfile } from './registeredWithProfile.ts';
import type { Scenario } from './scenario.ts';

const conditions = [
  ...registeredWithProfile,
  'profile.allowsPreProvisioning',
  'hardware.physical',
  'hardware.tpm2',
  'enrollment.allowed',
  'bench.failure',
] as const;

/** A technician runs the device’s part, reseals it, and the user does the rest. */
export const preProvisioned: Scenario = {
  name: 'preProvisioned',
  gate: conditions,
  steps: [
    underOtherSerial,
    onOtherBoard,
    afterRemoval,
    recordedEnd,
    inUseAlready,
    afterTechnicianFlow,
    atBench,
    registering,
    awaitingProfile,
    gate(conditions),
    startTechnicianFlow,
  ],
  lacks: [],
  hasUserFlowWindow: true,
  shipsUnsealed: false,
  checklist: { entra: 'pre-provisioning-entra', hybrid: 'pre-provisioning-hybrid' },
  ignoresUser: false,
  ignoresNameWhen: ['hybrid'],
  never: [],
  end: 'The user has set the device up: recorded, or seen in use by Intune.',
  sources: [
    'Windows Autopilot for pre-provisioned deployment',
    'Step by step tutorial for Windows Autopilot for pre-provisioned deployment Microsoft Entra join in Intune',
  ],
};
