import type { Command } from 'commander';
import { type DemoResult, runDemo } from './runDemo.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { printing } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import type { World } from '../program/world.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

/** `demo`: the main job from end to end, with nothing but what ships with Reseal. */
export function addDemoCommand(program: Command, world: World, finish: (status: ExitStatus) => void): void {
  program
    .command('demo')
    .description('do the main job from end to end against the practice tenant, on the sample files')
    .option('--out <folder>', 'where checklists and labels are left')
    .action(async ({ out }: { out?: string }, command: Command) => {
      const options = globalOptionsOf(command);
      const { result, outFolder } = await runDemo(world, options, out);
      const { formatter, print } = printing(world, options);
      await print(result, () => demoText(result, outFolder, formatter));
      finish(result.devices.every(({ reseal }) => reseal === 'resealed') ? exitStatus.done : exitStatus.attention);
    });
}

function demoText({ devices, refused, seconds }: DemoResult, outFolder: string, formatter: Formatter): string {
  const done = table(
    ['serial number', 'registration', 'profile', 'enrollment', 'bench', 'reseal'],
    devices.map((device) => [
      device.serialNumber,
      device.registration,
      device.profile,
      device.enrollment,
      device.bench,
      device.reseal,
    ]),
  );
  const leftOut = table(
    ['file', 'line', 'serial number', 'why it was refused'],
    refused.map(({ file, line, serialNumber, reasons }) => [file, line, serialNumber, reasons.join(' ')]),
  );
  const summary = `${formatter.count(devices.length, 'device', 'devices')} in ${formatter.count(seconds, 'second', 'seconds')}. Checklists and labels are in ${outFolder}.`;
  return [done, leftOut, summary].join('\n\n');
}
