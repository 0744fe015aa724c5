import type { Command } from 'commander';
import { type DemoResult, runDemo } from './runDemo.ts';
import type { DemoWay } from './sevenWays.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { printing } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import type { World } from '../program/world.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { USER_FLOW_LENGTH } from '../../../../shared/bench/userFlowWindow.ts';

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
      finish(
        result.devices.every(({ reseal }) => reseal === 'resealed') &&
          result.ways.every(({ endState }) => endState === 'done')
          ? exitStatus.done
          : exitStatus.attention,
      );
    });
}

const wayTitles: Readonly<Record<DemoWay, string>> = {
  preProvisionedEntra: 'pre-provisioned, Entra join',
  preProvisionedHybrid: 'pre-provisioned, hybrid join',
  userDriven: 'user-driven',
  selfDeploying: 'self-deploying',
  oemRegistered: 'registered by its maker, taken in',
  devicePreparation: 'device preparation',
  secondRun: `second run after ${USER_FLOW_LENGTH}`,
};

function demoText({ devices, ways, refused, seconds }: DemoResult, outFolder: string, formatter: Formatter): string {
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
  const own = table(
    ['way', 'serial number', 'registration', 'enrollment', 'bench', 'reseal', 'where it stands'],
    ways.map((device) => [
      wayTitles[device.way],
      device.serialNumber ?? '',
      device.registration,
      device.enrollment,
      device.bench,
      device.reseal,
      device.endSentence,
    ]),
  );
  const leftOut = table(
    ['file', 'line', 'serial number', 'why it was refused'],
    refused.map(({ file, line, serialNumber, reasons }) => [file, line, serialNumber, reasons.join(' ')]),
  );
  const summary = `${formatter.count(devices.length + ways.length, 'device', 'devices')} in ${formatter.count(seconds, 'second', 'seconds')}. Checklists and labels are in ${outFolder}.`;
  return [done, own, leftOut, summary].join('\n\n');
}
