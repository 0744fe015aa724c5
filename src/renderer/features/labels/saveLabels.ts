import type { ActTools } from '../../acts/act.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { labelText } from '../../text/labels.ts';

/** Makes one PDF with a label for each device, and saves it. What goes wrong is told. */
export async function saveLabels(deviceIds: readonly string[], { client, makePaper, notify }: ActTools): Promise<void> {
  await makePaper(
    (withCodes) => client.call('labels.document', { deviceIds: [...deviceIds], format: 'pdf', withCodes }),
    (file) => {
      saveDocument(file);
      notify.done(labelText.saved(deviceIds.length));
    },
  );
}
