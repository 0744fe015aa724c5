import { neutralFormatter } from '../format/neutralFormatter.ts';
import type { BenchStep } from './benchStep.ts';
import type { UserFlowWindow } from './dueDates.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * What the technician should know about the two clocks when recording a step. Nothing of it stops the record: what
 * happened, happened.
 * Source: "Windows Autopilot for pre-provisioned deployment", user flow.
 */
export function benchWarningsOf(step: BenchStep, window: UserFlowWindow, now: Date): readonly string[] {
  if (step === 'userFlowDone') return userFlowWarnings(window, now);
  const isOnItsWay = step === 'reseal' || step === 'ship';
  return isOnItsWay && window.state === 'closing' && window.notAfter !== null
    ? [
        `The user has ${daysUntil(window.notAfter, now)} to start the device; after that the technician flow must be run again.`,
      ]
    : [];
}

function userFlowWarnings({ state, notBefore }: UserFlowWindow, now: Date): readonly string[] {
  if (state === 'tooEarly' && notBefore !== null) {
    const missing = Math.ceil((Date.parse(notBefore) - now.getTime()) / MINUTE_MS);
    return [
      `This was ${neutralFormatter.count(90 - missing, 'minute', 'minutes')} after the technician flow, and tokens need 90: if sign-in or an app fails on the device, suspect that first.`,
    ];
  }
  return state === 'closed'
    ? [
        'This was more than six months after the technician flow: its certificates may have expired, so check that apps still install.',
      ]
    : [];
}

function daysUntil(instant: string, now: Date): string {
  const days = Math.max(1, Math.ceil((Date.parse(instant) - now.getTime()) / DAY_MS));
  return days === 1 ? 'one day' : neutralFormatter.count(days, 'day', 'days');
}
