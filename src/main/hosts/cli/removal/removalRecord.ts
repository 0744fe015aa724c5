import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { confirmationOf, removalLines } from '../../../../shared/removal/removalLines.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { table } from '../output/table.ts';
import { writeTo } from '../output/writeDocument.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

export interface RemovalRecordOptions {
  readonly pdf?: string;
  readonly withCodes?: boolean;
}

type Records = OutputOf<'removal.records'>;

/** `removal-record`: what was removed, when and by whom, and what was left; with `--pdf` as paper. */
export async function removalRecord(
  run: Run,
  serials: readonly string[],
  { pdf, withCodes }: RemovalRecordOptions,
): Promise<ExitStatus> {
  const deviceIds: string[] = [];
  for (const serial of serials) deviceIds.push((await deviceOf(run, serial)).id);
  if (pdf === undefined) {
    const records = await run.call('removal.records', { deviceIds });
    await run.print(records, () => recordsText(records, run.formatter));
    return statusOf(records);
  }
  const { document, removals, leftOut } = await run.call('removal.document', { deviceIds, withCodes });
  const file = writeTo(pdf, document, 'shared');
  await run.print({ file, mediaType: document.mediaType, removals, leftOut }, () =>
    [file, ...leftOutLines(leftOut)].join('\n'),
  );
  return statusOf({ leftOut });
}

const statusOf = ({ leftOut }: Pick<Records, 'leftOut'>): ExitStatus =>
  leftOut.length === 0 ? exitStatus.done : exitStatus.attention;

function recordsText({ removals, leftOut }: Records, formatter: Formatter): string {
  const parts = removals.map((removal) => {
    const { serialNumber, manufacturer, model, tenantName } = removal;
    const rows = removalLines(removal).map(({ service, name, id, what, at }) => [
      service,
      [name, id].filter((part) => part !== null).join(' '),
      what,
      at === null ? null : formatter.instant(at),
    ]);
    return [
      [serialNumber, manufacturer, model, tenantName].filter((part) => part !== null).join(', '),
      table(['where', 'record', 'what happened', 'when'], rows),
      confirmationOf(removal, formatter),
    ].join('\n');
  });
  return [...parts, ...leftOutLines(leftOut)].join('\n');
}

const leftOutLines = (leftOut: Records['leftOut']): string[] =>
  leftOut.map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`);
