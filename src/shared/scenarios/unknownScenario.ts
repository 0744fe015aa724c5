import { preProvisioned } from './preProvisioned.ts';
import type { Scenario } from './scenario.ts';

/** Until the profile or a person tells, the device is held to what a technician flow asks: nothing of that does harm. */
export const unknownScenario: Scenario = {
  ...preProvisioned,
  name: 'unknown',
  ignoresNameWhen: [],
  end: 'Not known before the scenario is.',
};
