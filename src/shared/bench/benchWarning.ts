import { z } from 'zod';
import type { BenchStep } from './benchStep.ts';
import { USER_FLOW_NOT_BEFORE_MINUTES, type UserFlowWindow } from './userFlowWindow.ts';
import { oneOf } from '../oneOf.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What the technician should know about the two clocks when recording a step. */
export const benchWarning = oneOf('code', () => [
  /** The user flow came so many minutes after the technician flow, and should wait for 90. */
  z.object({ code: z.literal('userFlowTooEarly'), minutes: z.number().int() }),
  z.object({ code: z.literal('userFlowTooLate') }),
  /** The user has so many days left. */
  z.object({ code: z.literal('userFlowClosing'), days: z.number().int() }),
]);
export type BenchWarning = z.infer<typeof benchWarning>;

/**
 * What to warn of when a step is recorded. Nothing of it stops the record: what happened, happened.
 * Source: "Windows Autopilot for pre-provisioned deployment", user flow.
 */
export function benchWarningsOf(step: BenchStep, window: UserFlowWindow, now: Date): readonly BenchWarning[] {
  if (step === 'userFlowDone') return userFlowWarnings(window, now);
  const isOnItsWay = step === 'reseal' || step === 'ship';
  return isOnItsWay && window.state === 'closing' && window.notAfter !== null
    ? [{ code: 'userFlowClosing', days: daysUntil(window.notAfter, now) }]
    : [];
}

function userFlowWarnings({ state, notBefore }: UserFlowWindow, now: Date): readonly BenchWarning[] {
  if (state === 'tooEarly' && notBefore !== null) {
    const missing = Math.ceil((Date.parse(notBefore) - now.getTime()) / MINUTE_MS);
    return [{ code: 'userFlowTooEarly', minutes: USER_FLOW_NOT_BEFORE_MINUTES - missing }];
  }
  return state === 'closed' ? [{ code: 'userFlowTooLate' }] : [];
}

function daysUntil(instant: string, now: Date): number {
  return Math.max(1, Math.ceil((Date.parse(instant) - now.getTime()) / DAY_MS));
}
