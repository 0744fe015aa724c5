import { useMemo } from 'react';
import type { SelectionAtHand } from '../../../acts/act.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { useQueueView } from './queueView.ts';

/** What is selected, as acts take it; null where nothing is. */
export function useSelected(): SelectionAtHand | null {
  const { tenant } = useWorkspace();
  const selection = useQueueView((view) => view.selection);
  const tenantId = tenant?.id ?? null;
  return useMemo(
    () => (tenantId === null || selection.size === 0 ? null : { kind: 'selection', tenantId, ids: [...selection] }),
    [tenantId, selection],
  );
}
