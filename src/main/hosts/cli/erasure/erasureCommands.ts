import type { Command } from 'commander';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { ErasurePlan } from '../../../../shared/erasure/erasure.ts';
import {
  erasureNothing,
  placeWords,
  receiptFacts,
  receiptReferenceHint,
} from '../../../../shared/erasure/erasureWords.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { factList } from '../output/table.ts';
import { writeTo } from '../output/writeDocument.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';

interface EraseOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly receipt?: string;
}

/** `erase person` and `erase device`. */
export function addErasureCommands(program: Command, run: RunCommand): void {
  const erase = program.command('erase').description('erase a person or a device for good').helpCommand(false);
  withOptions(
    erase
      .command('person')
      .description('erase a person: the address leaves queue, histories, changes, imports and records'),
  )
    .argument('<address>', 'the user principal name')
    .action((address: string, options: EraseOptions, command: Command) =>
      run(command, (session) => erasePerson(session, address, options)),
    );
  withOptions(
    erase.command('device').description('erase a device that is not registered, with its hashes and its history'),
  )
    .argument('<serial>', 'the serial number')
    .requiredOption('--reason <text>', 'why; it stays in the records')
    .action((serial: string, options: EraseOptions & { readonly reason: string }, command: Command) =>
      run(command, (session) => eraseDevice(session, serial, options)),
    );
}

const withOptions = (command: Command): Command =>
  command
    .option('--dry-run', 'say what would be erased, and what cannot be reached')
    .option('--yes', 'do not ask for the name again')
    .option('--receipt <file>', 'write the receipt as a PDF into this file');

async function erasePerson(run: Run, address: string, options: EraseOptions): Promise<ExitStatus> {
  const plan = await run.call('erasure.planPerson', { address });
  if (options.dryRun === true) return showPlan(run, plan);
  const confirmedAddress = await confirmed(run, plan, options);
  return showReceipt(run, await run.call('erasure.person', { address, confirmedAddress }), options);
}

async function eraseDevice(
  run: Run,
  serial: string,
  { reason, ...options }: EraseOptions & { readonly reason: string },
): Promise<ExitStatus> {
  const { id: deviceId } = await deviceOf(run, serial);
  const plan = await run.call('erasure.planDevice', { deviceId });
  if (options.dryRun === true) return showPlan(run, plan);
  const confirmedSerialNumber = await confirmed(run, plan, options);
  return showReceipt(run, await run.call('erasure.device', { deviceId, confirmedSerialNumber, reason }), options);
}

async function showPlan(run: Run, plan: ErasurePlan): Promise<ExitStatus> {
  await run.print(plan, () => planText(plan, run));
  return plan.refusal === null ? exitStatus.done : exitStatus.attention;
}

/** The name once more: what goes cannot be brought back. */
async function confirmed(run: Run, plan: ErasurePlan, { yes = false }: EraseOptions): Promise<string> {
  if (plan.refusal !== null) {
    throw new CommandError(`${plan.refusal.reason} ${plan.refusal.remedy}`, exitStatus.attention);
  }
  if (plan.places.length === 0) throw new CommandError(erasureNothing(plan.name), exitStatus.attention);
  if (yes) return plan.name;
  run.say(planText(plan, run));
  const answer = await run.world.terminal.ask(`This cannot be undone. Type ${plan.name} to erase it: `);
  if (answer.trim().toLowerCase() === plan.name.toLowerCase()) return answer.trim();
  throw new CommandError('Nothing was erased.', exitStatus.attention);
}

function planText({ name, places, unreachable, refusal }: ErasurePlan, { formatter }: Run): string {
  return [
    places.length === 0 ? erasureNothing(name) : `What would be erased of ${name}:`,
    ...places.map((place) => `  ${placeWords(place, formatter)}`),
    'What cannot be reached:',
    ...unreachable.map((line) => `  ${line}`),
    ...(refusal === null ? [] : [`Not now: ${refusal.reason} ${refusal.remedy}`]),
  ].join('\n');
}

async function showReceipt(
  run: Run,
  { receipt, document }: OutputOf<'erasure.person'>,
  { receipt: pdf }: EraseOptions,
): Promise<ExitStatus> {
  const file = pdf === undefined ? null : writeTo(pdf, document, 'secret');
  await run.print({ ...receipt, file }, () =>
    [
      factList(receiptFacts(receipt, run.formatter)),
      receiptReferenceHint,
      'Erased:',
      ...receipt.places.map((place) => `  ${placeWords(place, run.formatter)}`),
      'Not reached:',
      ...receipt.unreachable.map((line) => `  ${line}`),
      ...(file === null ? [] : [file]),
    ].join('\n'),
  );
  return exitStatus.done;
}
