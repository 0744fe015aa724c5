import { USER_FLOW_LENGTH, USER_FLOW_OVER } from './userFlowWindow.ts';
import { neutralFormatter } from '../format/neutralFormatter.ts';
import { benchPhaseWords, type BenchPhase } from './benchPhase.ts';
import type { BenchAct } from './benchState.ts';
import type { BenchStep } from './benchStep.ts';
import type { GateQuestion } from './gateQuestion.ts';

/** What is known of an act besides the act. */
export interface ActCircumstances {
  /** The elapsed time that the result screen showed. */
  readonly elapsedMs: number | undefined;
  readonly overrideReason: string | null;
  /** The result of a run whose start nobody recorded. */
  readonly startUnknown: boolean;
  /** Where it failed, as the technician saw it. */
  readonly phase: BenchPhase | null;
  /** Whether the apps were seen at the reseal; null where nobody was asked. */
  readonly appsSeen: boolean | null;
}

/** What a device's history says of an act. */
export function actSentence(
  act: BenchAct,
  { elapsedMs, overrideReason, startUnknown, phase, appsSeen }: ActCircumstances,
): string {
  switch (act.step) {
    case 'start':
      return overrideReason === null
        ? 'The technician flow started.'
        : `The technician flow started against the go gate: ${overrideReason}`;
    case 'success':
      return `The technician flow succeeded${after(elapsedMs)}.${withoutStart(startUnknown)}`;
    case 'failure':
      return `The technician flow failed${inPhase(phase)}${after(elapsedMs)}${withCode(act.error.code, act.error.name)}.${withoutStart(startUnknown)}`;
    case 'reseal':
      return `The device was resealed.${appsSentence(appsSeen)}`;
    case 'ship':
      return 'The device was shipped.';
    case 'userFlowDone':
      return 'The user flow is done.';
  }
}

const inPhase = (phase: BenchPhase | null): string =>
  phase === null ? '' : ` in ${benchPhaseWords[phase].toLowerCase()}`;

function appsSentence(seen: boolean | null): string {
  if (seen === null) return '';
  return seen
    ? ' The ESP is off, and its apps were seen before.'
    : ' The ESP is off, and nobody saw whether its apps were there.';
}

/** What a device's history says when the deployment report tells where its technician flow failed. */
export const toldPhaseSentence = (phase: BenchPhase): string => `The technician flow failed${inPhase(phase)}.`;

/** What a device's history says when the code of a failure is told after the failure. */
export const toldCodeSentence = (code: string | number | null, name: string | null): string =>
  `The technician flow failed${withCode(code, name)}.`;

/** What a device's history says when a person has answered what the go gate asks. @param profile the name on the page */
export function answeredSentence(question: GateQuestion, confirmed: boolean, profile: string | null): string {
  const said = {
    tpm2: 'A physical device with TPM 2.0, as somebody saw',
    profileOnPage: `The Autopilot page shows the profile ${profile ?? ''}`,
    reset: 'Reset after the repair: it shows its first setup page',
  }[question];
  return confirmed ? `${said}.` : `Taken back: ${said}.`;
}

/** What a device's history says of a reseal when the technician flow is started again. */
export const voidResealSentence = 'A new run makes the earlier reseal void.';

/** What a device's history says when its six months are over, or are not over after all. */
export const expirySentences = {
  expired: `${USER_FLOW_OVER}: it must be run again.`,
  takenBack: `The ${USER_FLOW_LENGTH} are not over after all: this computer’s clock had run ahead.`,
} as const;

/** What the audit log says of a start against the go gate. */
export function overrideSentence(title: string, reason: string): string {
  return `Technician flow of ${title} started against the go gate: ${reason}`;
}

const takenBack: Readonly<Record<BenchStep, string>> = {
  start: 'start of the technician flow',
  success: 'success of the technician flow',
  failure: 'failure of the technician flow',
  reseal: 'reseal',
  ship: 'shipping',
  userFlowDone: 'end of the user flow',
};

/** What a device's history says when an act is taken back. */
export function takenBackSentence(step: BenchStep): string {
  return `Taken back: ${takenBack[step]}.`;
}

function after(elapsedMs: number | undefined): string {
  if (elapsedMs === undefined) return '';
  return ` after ${neutralFormatter.minutes(elapsedMs)}`;
}

function withoutStart(startUnknown: boolean): string {
  return startUnknown ? ' Its start was not recorded here.' : '';
}

function withCode(code: string | number | null, name: string | null): string {
  if (code === null) return '';
  return name === null ? ` with ${code}` : ` with ${code} (${name})`;
}
