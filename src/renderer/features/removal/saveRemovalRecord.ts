import type { OutputOf } from '../../../shared/api/contract.ts';
import type { ActTools } from '../../acts/act.ts';
import { reasonsOf } from '../../acts/useTellQueued.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { removalRecordText } from '../../text/removal.ts';

/** Makes one PDF about the removal of all these devices, and saves it; devices that were not removed are named. */
export async function saveRemovalRecord(
  deviceIds: readonly string[],
  { client, makePaper, notify }: ActTools,
): Promise<void> {
  let made: OutputOf<'removal.document'> | null = null;
  await makePaper(
    async (withCodes) => {
      const outcome = await client.call('removal.document', { deviceIds: [...deviceIds], withCodes });
      if (!outcome.ok) return outcome;
      made = outcome.value;
      return { ok: true, value: outcome.value.document };
    },
    (file) => {
      saveDocument(file);
      if (made === null) return;
      const { removals, leftOut } = made;
      if (leftOut.length > 0) notify.warn(removalRecordText.leftOut(leftOut.length), reasonsOf(leftOut));
      else notify.done(removalRecordText.saved(removals));
    },
  );
}
