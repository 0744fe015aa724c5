import type { ActTools } from '../../acts/act.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { labelText } from '../../text/labels.ts';

/** Makes one PDF with a label for each device, and saves it. What goes wrong is told. */
export async function saveLabels(deviceIds: readonly string[], { client, notify }: ActTools): Promise<void> {
  const outcome = await client.call('labels.document', { deviceIds: [...deviceIds], format: 'pdf' });
  if (!outcome.ok) {
    notify.failed(outcome.error);
    return;
  }
  saveDocument(outcome.value);
  notify.done(labelText.saved(deviceIds.length));
}
