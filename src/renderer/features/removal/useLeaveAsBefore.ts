import { useClient } from '../../api/clientContext.ts';

/** Takes devices off the queue again that came only for a removal which does not begin. */
export function useLeaveAsBefore(tenantId: string, adoptedIds: readonly string[]): () => Promise<void> {
  const client = useClient();
  return async () => {
    if (adoptedIds.length === 0) return;
    const outcome = await client.call('devices.takeOff', { ids: [...adoptedIds] });
    // The tenant's list, read anew, has them again among those that are not in the queue.
    if (outcome.ok) await client.call('tracking.refresh', { tenantId, depth: 'list' });
  };
}
