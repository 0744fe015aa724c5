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
  /** Files that nobody’s devices are read from yet: looked at, and nothing kept of them. */
  | { readonly state: 'inspecting'; readonly startedAt: number }
  | { readonly state: 'inspected'; readonly result: OutputOf<'intake.inspect'> }
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

export type WorkUnderWay = Extract<IntakeWork, { state: 'sending' | 'checking' | 'inspecting' | 'committing' }>;

/** Whether something runs that a person may cancel, and beside which no other import can begin. */
export function isUnderWay(work: IntakeWork): work is WorkUnderWay {
  return ['sending', 'checking', 'inspecting', 'committing'].includes(work.state);
}
