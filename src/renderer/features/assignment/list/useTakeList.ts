import { useCallback } from 'react';
import { listText } from '../../../text/list.ts';
import { useNotify } from '../../../ui/notify.ts';
import { base64Of } from '../../../ui/base64Of.ts';
import { takeList } from './listWork.ts';

const MOST_BYTES = 2 * 1024 * 1024;

/** Takes text that was pasted, or a file that was dropped or chosen, as the list to look at. */
export function useTakeList(): (content: string | File) => Promise<void> {
  const notify = useNotify();
  return useCallback(
    async (content) => {
      const blob = typeof content === 'string' ? new Blob([content]) : content;
      if (blob.size > MOST_BYTES) {
        notify.failed({ code: 'too-large', message: listText.tooLarge, remedy: listText.tooLargeRemedy });
        return;
      }
      const base64 = await base64Of(blob);
      if (base64 !== null) takeList(base64, typeof content === 'string' ? null : content.name);
    },
    [notify],
  );
}
