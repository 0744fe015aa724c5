import type { Command } from 'commander';
import { namedChoiceWords } from '../../../../shared/devices/deviceChoice.ts';
import { readInput } from '../input/readInput.ts';
import { textOfBytes } from '../input/textOfBytes.ts';
import { isProblem } from '../output/isProblem.ts';
import { factList } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

/** `scan`: what a scanned code is, and which devices of the queue it may belong to. */
export function addScanCommand(program: Command, run: RunCommand): void {
  program
    .command('scan')
    .description('say what a scanned code is')
    .argument('<text>', 'the scanned text; - is standard input')
    .action((text: string, _options: unknown, command: Command) =>
      run(command, (session) => classifyScan(session, text)),
    );
}

async function classifyScan(run: Run, given: string): Promise<ExitStatus> {
  // A scanner ends its input with a line break; everything before it belongs to the code.
  const text = given === '-' ? textOfBytes(await readInput(run, given)).replace(/\r?\n$/, '') : given;
  const tenant = run.options.tenant === undefined ? null : await tenantOf(run);
  const { scan, choices } = await run.call('scans.find', { text, ...(tenant === null ? {} : { tenantId: tenant.id }) });
  const devices = choices.map(({ device: { id, serialNumber, manufacturer, model }, tenantName }) => ({
    id,
    serialNumber,
    manufacturer,
    model,
    tenant: tenantName,
  }));
  await run.print({ ...scan, devices }, () =>
    [
      factList([
        ['kind', scan.kind],
        ['serial number', scan.serialNumber],
        ['ZTDID', scan.ztdId],
        ['technician', scan.initials],
        ['shelf', scan.shelf],
        ['result', scan.result],
        ['repairs', scan.repairs.join(', ') || null],
        ['in the queue', choices.map(namedChoiceWords).join('; ') || null],
      ]),
      ...scan.issues.map(({ message }) => message),
    ].join('\n'),
  );
  return scan.kind === 'unknown' || scan.issues.some(isProblem) ? exitStatus.attention : exitStatus.done;
}
