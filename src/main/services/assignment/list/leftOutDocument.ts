import { stringify } from 'csv-stringify/sync';
import { listEffectWords } from '../../../../shared/assignment/listWords.ts';
import type { Document } from '../../../../shared/api/document.ts';
import type { ComparedLine } from './compareList.ts';

/** The lines of a list that change nothing though they were to, with the reason of each. */
export function leftOutDocument(lines: readonly ComparedLine[]): Document {
  const rows = lines
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, serialNumber, effect, values, issues }) => [
      line,
      serialNumber,
      ...(['assignedUser', 'groupTag', 'deviceName', 'purchaseOrder'] as const).map(
        (field) => values.find((value) => value.field === field)?.after ?? '',
      ),
      listEffectWords[effect],
      issues.map(({ message }) => message).join(' '),
    ]);
  const head = [
    'Line',
    'Serial number',
    'Assigned user',
    'Group tag',
    'Device name',
    'Purchase order',
    'State',
    'Reason',
  ];
  const csv = stringify([head, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
  return { fileName: 'Lines left out.csv', mediaType: 'text/csv', base64: Buffer.from(csv).toString('base64') };
}
