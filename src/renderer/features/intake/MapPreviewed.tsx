import type { ColumnMappingView } from '../../../shared/api/contract/intake.ts';
import type { MappedField } from '../../../shared/intake/vocabulary.ts';
import { useCommand } from '../../api/useCommand.ts';
import { MappingDialog } from './MappingDialog.tsx';

interface MapPreviewedProps {
  readonly previewId: string;
  readonly fileId: string;
  readonly name: string;
  readonly mapping: ColumnMappingView;
  readonly onClose: () => void;
}

/** Says what the columns hold of a file that is being taken in. */
export function MapPreviewed({ previewId, fileId, name, mapping, onClose }: MapPreviewedProps) {
  const map = useCommand('intake.map', { showsFailure: true });

  async function read(columns: MappedField[]): Promise<void> {
    const outcome = await map.run({ previewId, fileId, columns });
    if (outcome.ok) onClose();
  }

  return <MappingDialog name={name} mapping={mapping} command={map} onConfirm={read} onClose={onClose} />;
}
