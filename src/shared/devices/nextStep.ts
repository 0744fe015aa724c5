import { z } from 'zod';
import { goGateProblem } from '../bench/goGateCondition.ts';
import { reportedError } from './device.ts';
import { nextStepCodes, type NextStepCode } from './nextStepCodes.ts';
import { profileProblem } from './profileProblem.ts';
import { oneOf } from '../oneOf.ts';

export const nextStepCode = z.enum(nextStepCodes);
export type { NextStepCode };

const whose = z.enum(['technician', 'partner', 'microsoft', 'user', 'nobody']);

const everyNextStep = oneOf('reason', () => [
  step('register', 'notRegistered'),
  step('register', 'hashMissing'),
  step('register', 'boardReplaced'),
  step('sendToPartner', 'partnerCenterOnly'),
  /** `at` is when it was written into a file for Partner Center, `file` the name of that. */
  step('waitForPartner', 'inPartnerFile').extend({ at: z.string(), file: z.string().nullable() }),
  step('waitForRegistration', 'registrationNotSent'),
  step('waitForRegistration', 'registrationSent'),
  step('fixRegistration', 'oldBoardRegistered'),
  step('fixRegistration', 'otherSerialRegistered').extend({ serialNumber: z.string(), registered: z.string() }),
  step('fixRegistration', 'mustNotBeRegistered'),
  step('fixRegistration', 'registrationRefused').extend({ error: reportedError.nullable() }),
  step('waitForProfile', 'profileNotAssigned'),
  step('waitForProfile', 'fixPending'),
  step('fixProfile', 'profileProblem').extend({ problem: profileProblem }),
  step('clearGate', 'gateClosed').extend({ problem: goGateProblem }),
  step('startBench', 'gateOpen'),
  step('startBench', 'selfDeploys'),
  step('startBench', 'taskSequence'),
  step('finishBench', 'technicianFlowRuns'),
  step('finishBench', 'selfDeploymentRuns'),
  step('retryBench', 'technicianFlowFailed').extend({ error: reportedError.nullable() }),
  /** The code of the failure asks for this before another start. */
  z.object({
    code: z.enum(['updateFirmware', 'updateWindows', 'deregister', 'unblock', 'fixProfile', 'askAdministrator']),
    whose,
    reason: z.literal('failureStops'),
    error: reportedError.nullable(),
  }),
  step('reseal', 'technicianFlowSucceeded'),
  step('ship', 'resealed'),
  step('ship', 'readyForUser'),
  step('ship', 'readyForPreparation'),
  step('ship', 'taskSequenceDone'),
  step('waitForUserFlow', 'shipped').extend({ window: z.enum(['tooEarly', 'open', 'closing']) }),
  step('waitForUserFlow', 'shippedToUser'),
  /** The six months are over, and Microsoft has not been asked since whether the device is in use. */
  step('waitForUserFlow', 'overUnasked'),
  step('redoTechnicianFlow', 'expired'),
  step('waitForRemoval', 'beingDeregistered'),
  /** `name` is empty where the name of the computer account is not known. */
  step('finishRemoval', 'computerAccountLeft').extend({ name: z.string() }),
  step('finishRemoval', 'intuneRecordLeft'),
  step('done', 'deregistered'),
  step('done', 'userFlowDone'),
  step('done', 'enrolledByUser'),
  step('done', 'seenInUse'),
  step('done', 'inUse'),
  step('done', 'selfDeployed'),
]);
export type NextStep = z.infer<typeof everyNextStep>;
/** What to do next, whose turn it is, and the fact from which that follows. `nextStepWords.ts` says it to people. */
// Under the name of its type: the compiler compares names at once, and forty objects in seconds.
export const nextStep: z.ZodType<NextStep> = everyNextStep;

function step<Code extends NextStepCode, Reason extends string>(code: Code, reason: Reason) {
  return z.object({ code: z.literal(code), whose, reason: z.literal(reason) });
}
