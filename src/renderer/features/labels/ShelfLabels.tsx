import { useWorkspace } from '../../app/workspace.ts';
import { LabelDialog } from './LabelDialog.tsx';

/** The labels of the shelves that the lab has named. */
export function ShelfLabels({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useWorkspace();
  return <LabelDialog target={{ kind: 'shelves', names: settings.shelves }} onClose={onClose} />;
}
