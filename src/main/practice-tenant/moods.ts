import { isDeepStrictEqual } from 'node:util';
import { practiceMood, type PracticeMood } from '../../shared/tenants/practiceMood.ts';
import { faultsSchema, type FaultSettings, type FaultSettingsInput } from './faults.ts';

/** Changes are what it refuses or forgets; reading goes on. */
const changes = ['POST', 'PATCH', 'DELETE'] as const;

const rules: Readonly<Record<PracticeMood, FaultSettingsInput['faults']>> = {
  well: [],
  busy: [{ effect: { kind: 'throttle', retryAfterSeconds: 30 }, probability: 0.5 }],
  slow: [{ effect: { kind: 'slow', seconds: 300 } }],
  down: [{ effect: { kind: 'status', status: 503 } }],
  unplugged: [{ effect: { kind: 'drop', when: 'beforeEffect' } }],
  refuses: [{ effect: { kind: 'forbidden' }, methods: [...changes] }],
  forgetful: [{ effect: { kind: 'drop', when: 'afterEffect' }, methods: [...changes], probability: 0.5 }],
};

/** The faults by which the tenant answers so. */
export const faultsOfMood = (mood: PracticeMood): FaultSettings => faultsSchema.parse({ faults: rules[mood] });

/** How the tenant answers by its faults; null where somebody gave it faults of their own. */
export function moodOf(settings: FaultSettings): PracticeMood | null {
  return practiceMood.options.find((mood) => isDeepStrictEqual(settings, faultsOfMood(mood))) ?? null;
}
