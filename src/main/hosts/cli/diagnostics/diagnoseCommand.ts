import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { diagnose } from '../../../../shared/diagnostics/answer/diagnose.ts';
import { stopBeside } from '../../../../shared/diagnostics/answer/tenantStop.ts';
import { loadKnowledge } from '../../../../shared/knowledge/loadKnowledge.ts';
import { readPaths } from '../../../diagnostics/readPaths.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { reading } from '../input/readInput.ts';
import type { CommandParts } from '../program/commandParts.ts';
import { exitStatus } from '../program/exitStatus.ts';
import { printing } from '../program/runCommand.ts';
import { diagnosisDocument } from './diagnosisDocument.ts';
import { diagnosisText } from './diagnosisText.ts';

/** `diagnose`: what failed on a device and why, from its archive of diagnostics. It opens no queue and asks nobody. */
export function addDiagnoseCommand(program: Command, { world, finish }: Pick<CommandParts, 'world' | 'finish'>): void {
  program
    .command('diagnose')
    .description(
      'read the diagnostics of a failed device, offline: which device, which step, which app, which code, what now',
    )
    .argument('<paths...>', 'archives (ZIP, CAB), unpacked folders, or single files of one device')
    .action(async (paths: readonly string[], _options: unknown, command: Command) => {
      const terminal = printing(world, globalOptionsOf(command));
      // Each by itself first, so that the one that is not there is named.
      for (const path of paths) await reading(path, stat(path));
      const devices = await reading(paths.join(', '), readPaths(paths, world.clock.now()));
      const knowledge = await loadKnowledge();
      let first: Parameters<typeof stopBeside>[0] = null;
      const answers = devices.map((device) => {
        const alone = diagnose(device.files, device.evidence, knowledge);
        const stop = alone.stop ?? stopBeside(first, alone.profile);
        first ??= alone.profile.tenantId;
        return { device, diagnosis: stop === null ? alone : { ...alone, stop, causes: [] } };
      });
      const document = answers.map(({ device, diagnosis }) => diagnosisDocument(device, diagnosis, knowledge));
      await terminal.print({ devices: document }, () =>
        answers.map((answer) => diagnosisText(answer.device, answer.diagnosis, terminal.formatter)).join('\n\n'),
      );
      const isFine = answers.every(
        ({ device, diagnosis }) =>
          diagnosis.stop === null &&
          diagnosis.failure === null &&
          device.problems.length === 0 &&
          diagnosis.damage.length === 0,
      );
      finish(isFine ? exitStatus.done : exitStatus.attention);
    });
}
