import { create } from 'zustand';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';

/** Long work of the intake. It outlives the screen, so that leaving and coming back finds it. */
export type IntakeWork =
  | { readonly state: 'none' }
  | {
      readonly state: 'sending';
      readonly file: string;
      readonly number: number;
      readonly files: number;
      readonly sentBytes: number;
      readonly totalBytes: number;
      readonly startedAt: number;
    }
  | { readonly state: 'checking' | 'committing'; readonly previewId: string; readonly startedAt: number }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'committed'; readonly result: OutputOf<'intake.commit'> };

export const useIntakeWork = create<IntakeWork>(() => ({ state: 'none' }));

/** Replaces the whole work: what belonged to the state before is gone. */
export function setWork(work: IntakeWork): void {
  useIntakeWork.setState(work, true);
}

/** A cancelled piece of work has not failed: the person knows. */
export function failWork(failure: Failure): void {
  setWork(failure.code === 'cancelled' ? { state: 'none' } : { state: 'failed', failure });
}

/** Whether something runs that a person may cancel, and beside which no other import can begin. */
export function isUnderWay({ state }: IntakeWork): boolean {
  return state === 'sending' || state === 'checking' || state === 'committing';
}
