import type { InputOf } from '../../../../shared/api/contract.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { writeInto } from '../output/writeDocument.ts';
import { chosenFilter, type FilterOptions } from '../devices/chosenFilter.ts';

export interface ExportOptions extends FilterOptions {
  readonly target: InputOf<'exports.write'>['target'];
  readonly out: string;
}

/** `export`: the files that the target takes as they are. */
export async function exportDevices(run: Run, options: ExportOptions): Promise<ExitStatus> {
  const { ids } = await run.call('devices.ids', await chosenFilter(run, options));
  if (ids.length === 0) throw usageError('No device matches. See “reseal list”, or import a file first.');
  const { files, written, refused, notes } = await run.call('exports.write', {
    target: options.target,
    deviceIds: ids,
  });
  const paths: string[] = [];
  for (const file of files) paths.push(writeInto(options.out, file, 'secret'));
  await run.print({ files: paths, written, refused, notes }, () =>
    [
      ...paths,
      `${run.formatter.count(written, 'device', 'devices')} written.`,
      ...(refused.length === 0
        ? []
        : [
            table(
              ['serial number', 'why not'],
              refused.map(({ serialNumber, reason }) => [serialNumber, reason]),
            ),
          ]),
      ...(notes.length === 0
        ? []
        : [
            table(
              ['serial number', 'what to know'],
              notes.map(({ serialNumber, sentence }) => [serialNumber, sentence]),
            ),
          ]),
    ].join('\n'),
  );
  return refused.length === 0 ? exitStatus.done : exitStatus.attention;
}
