import type { InputOf } from '../../../../shared/api/contract.ts';
import { useClient } from '../../../api/clientContext.ts';
import { saveDocument } from '../../../api/saveDocument.ts';
import { viewText } from '../../../text/devices.ts';
import { useNotify } from '../../../ui/notify.ts';
import { filterOf, useQueueView } from './queueView.ts';
import { useShownColumns } from './useShownColumns.ts';

/** Saves exactly what the queue shows as a file: its devices in its order, with its columns. */
export function useSaveList(tenantId: string): (format: InputOf<'exports.list'>['format']) => Promise<void> {
  const client = useClient();
  const notify = useNotify();
  const view = useQueueView();
  const columns = useShownColumns();
  return async (format) => {
    const { sort, descending } = view;
    const list = { ...filterOf(view, tenantId), sort, descending, columns: [...columns], format };
    const outcome = await client.call('exports.list', list);
    if (outcome.ok) {
      saveDocument(outcome.value.file);
      notify.done(viewText.written(outcome.value.devices));
    } else notify.failed(outcome.error);
  };
}
