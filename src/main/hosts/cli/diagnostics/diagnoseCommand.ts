import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { diagnose } from '../../../../shared/diagnostics/answer/diagnose.ts';
import { stopBeside } from '../../../../shared/diagnostics/answer/tenantStop.ts';
import { queueAnswer } from '../../../../shared/diagnostics/queue/queueAnswer.ts';
import { loadKnowledge } from '../../../../shared/knowledge/loadKnowledge.ts';
import { readPaths } from '../../../diagnostics/readPaths.ts';
import { dataFolderOf } from '../../dataFolder.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { reading } from '../input/readInput.ts';
import type { CommandParts } from '../program/commandParts.ts';
import { exitStatus } from '../program/exitStatus.ts';
import { printing } from '../program/runCommand.ts';
import { diagnosisDocument } from './diagnosisDocument.ts';
import { diagnosisText } from './diagnosisText.ts';

/** `diagnose`: what failed on a device and why, from its archive of diagnostics. It asks nobody, and a queue that is there is only read. */
export function addDiagnoseCommand(program: Command, { world, finish }: Pick<CommandParts, 'world' | 'finish'>): void {
  program
    .command('diagnose')
    .description(
      'read the diagnostics of a failed device, offline: which device, which step, which app, which code, what now',
    )
    .argument('<paths...>', 'archives (ZIP, CAB), unpacked folders, or single files of one device')
    .action(async (paths: readonly string[], _options: unknown, command: Command) => {
      const options = globalOptionsOf(command);
      const terminal = printing(world, options);
      // Each by itself first, so that the one that is not there is named.
      for (const path of paths) await reading(path, stat(path));
      const devices = await reading(paths.join(', '), readPaths(paths, world.clock.now()));
      const knowledge = await loadKnowledge();
      const told = devices.map((device) => ({ device, alone: diagnose(device.files, device.evidence, knowledge) }));
      // Not for help: it brings the database with it.
      const { askQueue } = await import('../../../diagnostics/askQueue.ts');
      const matches = await askQueue(
        told.map(({ device: { evidence }, alone: { device } }) => ({ evidence, device })),
        {
          dataFolder: dataFolderOf(options.dataDir, world.environment),
          environment: world.environment,
          now: world.clock.now,
        },
      );
      let first: Parameters<typeof stopBeside>[0] = null;
      const answers = told.map(({ device, alone }, index) => {
        const match = matches?.[index];
        const queue = match === undefined ? null : queueAnswer(match, alone, knowledge);
        const stop = alone.stop ?? queue?.stop ?? stopBeside(first, alone.profile);
        first ??= alone.profile.tenantId;
        return { device, queue, diagnosis: stop === null ? alone : { ...alone, stop, causes: [] } };
      });
      const document = answers.map((answer) =>
        diagnosisDocument(answer.device, answer.diagnosis, knowledge, answer.queue),
      );
      await terminal.print({ devices: document }, () =>
        answers
          .map((answer) => diagnosisText(answer.device, answer.diagnosis, answer.queue, terminal.formatter))
          .join('\n\n'),
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
