import type { BenchAct, BenchStep } from '../../../shared/bench/benchStep.ts';

import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';

/** What a device's history says of an act. */
export function actSentence(act: BenchAct, elapsedMs: number | undefined, overrideReason: string | null): string {
  switch (act.step) {
    case 'start':
      return overrideReason === null
        ? 'The technician flow started.'
        : `The technician flow started against the go gate: ${overrideReason}`;
    case 'success':
      return `The technician flow succeeded${after(elapsedMs)}.`;
    case 'failure':
      return `The technician flow failed${after(elapsedMs)}${withCode(act.error.code, act.error.name)}.`;
    case 'reseal':
      return 'The device was resealed.';
    case 'ship':
      return 'The device was shipped.';
    case 'userFlowDone':
      return 'The user flow is done.';
  }
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

function withCode(code: string | number | null, name: string | null): string {
  if (code === null) return '';
  return name === null ? ` with ${code}` : ` with ${code} (${name})`;
}
