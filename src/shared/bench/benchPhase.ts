import { z } from 'zod';

/** A phase of the Enrollment Status Page, in its order. */
export const benchPhase = z.enum(['devicePreparation', 'deviceSetup', 'accountSetup']);
export type BenchPhase = z.infer<typeof benchPhase>;

/** As the page itself calls them. */
export const benchPhaseWords: Readonly<Record<BenchPhase, string>> = {
  devicePreparation: 'Device preparation',
  deviceSetup: 'Device setup',
  accountSetup: 'Account setup',
};
