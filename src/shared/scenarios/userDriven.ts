import { atBench, gate, inUseAlready, recordedEnd, readyForUser, userSetUp } from './steps/benchStages.ts';
import { awaitingProfile } from './steps/profileStage.ts';
import { afterRemoval, onOtherBoard, registering, underOtherSerial } from './steps/registrationStages.ts';
import { registeredWithProfile } from './registeredWithProfile.ts';
import type { Scenario } from './scenario.ts';

const conditions = [...registeredWithProfile, 'profile.forUser'] as const;

/** The user does all of it at the first start; a virtual machine is fine, and the TPM does not matter. */
export const userDriven: Scenario = {
  name: 'userDriven',
  gate: conditions,
  steps: [
    underOtherSerial,
    onOtherBoard,
    afterRemoval,
    recordedEnd,
    inUseAlready,
    userSetUp,
    atBench,
    registering,
    awaitingProfile,
    gate(conditions),
    readyForUser,
  ],
  lacks: ['bench'],
  hasUserFlowWindow: false,
  shipsUnsealed: true,
  checklist: { entra: 'user-driven-entra', hybrid: 'user-driven-hybrid' },
  ignoresUser: false,
  ignoresNameWhen: ['hybrid'],
  never: ['startBench', 'redoTechnicianFlow', 'reseal'],
  end: 'Intune shows the device as enrolled by its user.',
  sources: [
    'Windows Autopilot user-driven mode',
    'Step by step tutorial for Windows Autopilot user-driven Microsoft Entra join in Intune',
  ],
};
