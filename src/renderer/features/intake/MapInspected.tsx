import type { LookedAtFile } from '../../../shared/api/contract/intake.ts';
import type { MappedField } from '../../../shared/intake/vocabulary.ts';
import { useClient } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { MappingDialog } from './MappingDialog.tsx';
import { sendFiles } from './sendFiles.ts';
import { sentFiles } from './sentFiles.ts';

interface MapInspectedProps {
  readonly name: string;
  readonly mapping: NonNullable<LookedAtFile['mapping']>;
  readonly onClose: () => void;
}

/** Says what the columns hold of a file that was only checked: that counts for every later one, so the files are read once more. */
export function MapInspected({ name, mapping, onClose }: MapInspectedProps) {
  const client = useClient();
  const remember = useCommand('intake.rememberColumns', { showsFailure: true });

  async function readAgain(columns: MappedField[]): Promise<void> {
    const outcome = await remember.run({ layout: mapping.layout, columns });
    if (!outcome.ok) return;
    onClose();
    await sendFiles(client, sentFiles(), null);
  }

  return <MappingDialog name={name} mapping={mapping} command={remember} onConfirm={readAgain} onClose={onClose} />;
}
