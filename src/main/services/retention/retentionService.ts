import type { RetentionHandlers } from '../../../shared/api/contract/retention.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { createRemovalByAge } from './removalByAge.ts';

/** Removing by age at once: shown first, let go by a person. At night it happens by itself, see `upkeep.ts`. */
export function createRetentionService(context: ServiceContext): RetentionHandlers {
  const { plan, run } = createRemovalByAge(context);
  return { 'retention.plan': plan, 'retention.run': () => run('person') };
}
