import type { OutputOf } from '../../../shared/api/contract.ts';
import { useProcedure, type ProcedureReading } from '../../api/useProcedure.ts';
import { isForPrinter, lookOf, type LabelChoice } from './labelChoice.ts';
import type { LabelTarget } from './labelTarget.ts';

/** The first of these labels as a picture, and how many there are. */
export function useLabelPreview(
  target: LabelTarget,
  choice: LabelChoice,
): ProcedureReading<OutputOf<'labels.document'>> {
  const asked = {
    ...lookOf(choice),
    format: 'svg',
    forPrinter: isForPrinter(choice),
    onlyFirst: true,
    withCodes: true,
  } as const;
  const ofDevices = useProcedure(
    'labels.document',
    target.kind === 'devices' ? { ...asked, deviceIds: [...target.ids], subject: choice.subject } : null,
    ['settings.changed', 'devices.changed'],
  );
  const ofShelves = useProcedure(
    'shelves.labels',
    target.kind === 'shelves' && target.names.length > 0 ? { ...asked, shelves: [...target.names] } : null,
    ['settings.changed'],
  );
  return target.kind === 'devices' ? ofDevices : ofShelves;
}
