import type { DeviceView } from '../../../../shared/devices/deviceView.ts';

/** The five steps of the tour, and its end. */
export type TourStepName = 'samples' | 'register' | 'start' | 'finish' | 'reseal' | 'end';

export const tourSteps: readonly TourStepName[] = ['samples', 'register', 'start', 'finish', 'reseal'];

/** What the practice tenant's queue shows of a person's progress. */
export interface TourFacts {
  readonly devices: number;
  readonly unregistered: number;
  /** Devices whose technician flow runs, is over, or that are resealed; the first of each. */
  readonly running: DeviceView | null;
  readonly over: DeviceView | null;
  readonly resealed: DeviceView | null;
  /** The first device whose technician flow may start. */
  readonly ready: DeviceView | null;
}

export interface TourStep {
  readonly name: TourStepName;
  /** The device that the step is about; null where there is none yet. */
  readonly device: DeviceView | null;
}

/** Where a person is: what was done counts, in whatever way it was done. */
export function tourStepOf(facts: TourFacts): TourStep {
  if (facts.devices === 0) return { name: 'samples', device: null };
  if (facts.resealed !== null) return { name: 'end', device: null };
  if (facts.over !== null) return { name: 'reseal', device: facts.over };
  if (facts.running !== null) return { name: 'finish', device: facts.running };
  if (facts.unregistered === facts.devices) return { name: 'register', device: null };
  return { name: 'start', device: facts.ready };
}
