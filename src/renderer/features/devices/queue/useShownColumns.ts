import { usualColumns, type QueueColumn } from '../../../../shared/devices/queueColumn.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { useQueueView } from './queueView.ts';

/** The columns of the queue: those of the view that was taken, else those of this computer, else the usual ones. */
export function useShownColumns(): readonly QueueColumn[] {
  const ofView = useQueueView((view) => view.columns);
  const { settings } = useWorkspace();
  return ofView ?? settings.queueColumns ?? usualColumns;
}
