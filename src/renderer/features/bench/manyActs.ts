import {
  BoxRegular,
  DocumentArrowDownRegular,
  LockClosedRegular,
  PlayRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { BulkStep } from '../../../shared/bench/bulkStep.ts';
import type { Act, ActOf } from '../../acts/act.ts';
import { reasonsOf } from '../../acts/useTellQueued.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { collectText } from '../../text/collect.ts';

/** A step at the bench for all that may take it; the others stay as they are, and are counted with the reason. */
function recordedForMany(step: BulkStep, name: string, Icon: FluentIcon): ActOf<'selection'> {
  return {
    appliesTo: 'selection',
    name,
    label: collectText.steps[step],
    Icon,
    bar: 'more',
    async run({ ids }, { command, notify }) {
      const outcome = await command('bench.recordMany', { deviceIds: [...ids], step });
      if (!outcome.ok) return;
      const { deviceIds, left, refused } = outcome.value;
      const undo = async (): Promise<void> => {
        const undone = await command('bench.undoMany', { deviceIds });
        if (!undone.ok) return;
        notify.done(collectText.undone(undone.value.takenBack));
        if (undone.value.refused.length > 0) notify.warn(reasonsOf(undone.value.refused));
      };
      const stays = left.map(collectText.left).join(', ');
      if (deviceIds.length === 0) notify.warn(collectText.nothingToDo(step), stays);
      else notify.done([collectText.done(step, deviceIds.length), stays].filter(Boolean).join(' '), () => void undo());
      if (refused.length > 0) notify.warn(reasonsOf(refused));
    },
  };
}

/** What goes along with a pallet. */
const deliveryNote: ActOf<'selection'> = {
  appliesTo: 'selection',
  name: 'bench.deliveryNote',
  label: collectText.deliveryNote,
  Icon: DocumentArrowDownRegular,
  bar: 'more',
  async run({ ids }, { client, notify }) {
    const outcome = await client.call('bench.deliveryNote', { deviceIds: [...ids] });
    if (!outcome.ok) notify.failed(outcome.error);
    else if (outcome.value.devices === 0) notify.warn(collectText.nothingShipped);
    else saveDocument(outcome.value.file);
  },
};

export const manyBenchActs: readonly Act[] = [
  recordedForMany('start', 'bench.startMany', PlayRegular),
  recordedForMany('reseal', 'bench.resealMany', LockClosedRegular),
  recordedForMany('ship', 'bench.shipMany', BoxRegular),
  deliveryNote,
];
