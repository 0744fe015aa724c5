import { useCallback } from 'react';
import { useClient } from '../api/clientContext.ts';
import { takeBackText } from '../text/list.ts';
import { useNotify } from '../ui/notify.ts';

/** Takes an act on many devices back, and tells what was sent or changed already. */
export function useTakeBack(): (actId: string) => Promise<void> {
  const client = useClient();
  const notify = useNotify();
  return useCallback(
    async (actId) => {
      const outcome = await client.call('assignment.takeBack', { actId });
      if (!outcome.ok) {
        notify.failed(outcome.error);
        return;
      }
      const { takenBack, sent, changed } = outcome.value;
      const left = [
        ...(sent > 0 ? [takeBackText.sent(sent)] : []),
        ...(changed > 0 ? [takeBackText.changed(changed)] : []),
      ];
      if (left.length === 0) notify.done(takeBackText.done(takenBack));
      else notify.warn(takeBackText.done(takenBack), left.join(' '));
    },
    [client, notify],
  );
}
