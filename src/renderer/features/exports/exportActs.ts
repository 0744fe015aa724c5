import { ArrowExportRegular } from '@fluentui/react-icons';
import type { InputOf } from '../../../shared/api/contract.ts';
import { exportNoteWords } from '../../../shared/exports/exportNote.ts';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { reasonsOf } from '../../acts/useTellQueued.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { actsText } from '../../text/acts.ts';
import { exportsText } from '../../text/exports.ts';

function exportFor(target: InputOf<'exports.write'>['target']): ActOf<'devices'> {
  return {
    appliesTo: 'devices',
    name: `exports.${target}`,
    label: exportsText.whole[target],
    short: exportsText.targets[target],
    Icon: ArrowExportRegular,
    bar: 'export',
    async run(on, { command, notify }) {
      const outcome = await command('exports.write', { target, deviceIds: idsOf(on) });
      if (!outcome.ok) return;
      for (const file of outcome.value.files) saveDocument(file);
      const { written, refused, notes } = outcome.value;
      if (refused.length > 0) notify.warn(actsText.refused(refused.length), reasonsOf(refused));
      else if (notes.length === 0) notify.done(exportsText.done(written));
      if (notes.length === 0) return;
      const told = notes.map(({ serialNumber, note }) => ({ serialNumber, reason: exportNoteWords(note) }));
      notify.warn(exportsText.withNotes(written), reasonsOf(told));
    },
  };
}

export const exportForPartner = exportFor('partner-center');

export const exportActs: readonly Act[] = [exportFor('intune'), exportForPartner, exportFor('corporate-identifiers')];
