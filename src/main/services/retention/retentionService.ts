import type { RetentionHandlers } from '../../../shared/api/contract/retention.ts';
import type { RemovalByAge } from './removalByAge.ts';

/** Removing by age at once: shown first, let go by a person. At night it happens by itself, see `upkeep.ts`. */
export function createRetentionService({ plan, run }: RemovalByAge): RetentionHandlers {
  return { 'retention.plan': plan, 'retention.run': () => run('person') };
}
