import { Argument, type Command, Option } from 'commander';
import type { InputOf } from '../../../../shared/api/contract.ts';
import type { GateQuestion } from '../../../../shared/bench/gateQuestion.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { deviceOf } from '../devices/deviceOf.ts';

const QUESTIONS = { tpm: 'tpm2', profile: 'profileOnPage', reset: 'reset' } as const satisfies Readonly<
  Record<string, GateQuestion>
>;

interface ConfirmOptions {
  readonly of: NonNullable<InputOf<'bench.confirm'>['scope']>;
  readonly takeBack?: boolean;
}

/** `confirm`: what the go gate asks of the person before the device. */
export function addConfirmCommand(program: Command, run: RunCommand): void {
  program
    .command('confirm')
    .description(
      'answer what the go gate asks: a TPM 2.0 in a device without a hash, the profile on its Autopilot page, a reset after a repair',
    )
    .argument('<serial>', 'the serial number')
    .addArgument(new Argument('<what>', 'what was seen on the device').choices(Object.keys(QUESTIONS)))
    .addOption(
      new Option('--of <devices>', 'of which devices: of a model or batch, those without a hash')
        .choices(['device', 'model', 'batch'])
        .default('device'),
    )
    .option('--take-back', 'it is not so after all')
    .action((serial: string, what: keyof typeof QUESTIONS, { of, takeBack }: ConfirmOptions, command: Command) =>
      run(command, async (session) => {
        const { id } = await deviceOf(session, serial);
        const answer = { deviceIds: [id], question: QUESTIONS[what], scope: of, confirmed: takeBack !== true };
        const { deviceIds } = await session.call('bench.confirm', answer);
        await session.print({ deviceIds }, () => {
          const count = session.formatter.count(deviceIds.length, 'device', 'devices');
          if (deviceIds.length === 0) return 'Nothing has changed.';
          return takeBack === true ? `Taken back for ${count}.` : `Confirmed for ${count}.`;
        });
        return exitStatus.done;
      }),
    );
}
