import type { Command } from 'commander';
import { z } from 'zod';
import type { FieldWords } from '../../../../shared/api/fieldWords.ts';
import { inputProblem, unworded } from '../../../../shared/api/inputProblem.ts';
import { faultKinds, type FaultSettingsInput, faultsSchema } from '../../../practice-tenant/faults.ts';
import type { PracticeTenant } from '../../../practice-tenant/startPracticeTenant.ts';
import {
  publishTenantAddress,
  readTenantAddress,
  stateFileIn,
  withdrawTenantAddress,
  type TenantAddress,
} from '../../../practice-tenant/tenantAddress.ts';
import { dataFolderOf } from '../../dataFolder.ts';
import { practiceTenantOf } from '../../doorPorts.ts';
import { stopSignal } from '../../stopSignal.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { portNumber, wholeNumber } from '../input/numberOption.ts';
import { PRACTICE_SPEED } from '../../../../shared/tenants/practiceSpeed.ts';
import { readInput } from '../input/readInput.ts';
import { unlockQueue } from '../program/unlockQueue.ts';
import type { World } from '../program/world.ts';

const MOST_SEED = 2_147_483_647;

const faultsHelp = `
A file of faults, “{}” for none:
  {"faults": [{"effect": {"kind": "throttle", "retryAfterSeconds": 60}, "path": "/deviceManagement/*", "probability": 0.5}]}
Each fault may have "methods", "path", "probability", "count" and a "window" of time. Kinds of effects:
  ${faultKinds.join(', ')}
docs/practice-tenant.md says what each does, and how serial numbers and permissions are refused.`;

const help = `
Every command on the same --data-dir works with it. Programs on another data folder are told by the environment:
  RESEAL_PRACTICE_URL    its address, the first line that this command prints
  RESEAL_PRACTICE_TOKEN  its token, the second line

While it runs, “reseal practice faults FILE” changes how it misbehaves.
${faultsHelp}`;

interface PracticeOptions {
  readonly port: number;
  readonly seed?: number;
  readonly faults?: string;
}

/** `practice`, which runs until it is stopped, and `practice faults`, which changes how the running one misbehaves. */
export function addPracticeCommands(program: Command, world: World): void {
  const practice = program
    .command('practice')
    .description('run the practice tenant alone, for other programs; prints its address')
    .option('--port <number>', 'the port; 0 takes a free one', portNumber, 0)
    .option('--seed <number>', 'decides its delays, ids and dice', wholeNumber(0, MOST_SEED))
    .option('--faults <file>', 'a JSON file that says how it misbehaves')
    .helpCommand(false)
    .addHelpText('after', help)
    .action((options: PracticeOptions, command: Command) => runPractice(world, command, options));
  practice
    .command('faults [file]')
    .description('tell the practice tenant that runs how to misbehave; without a file, print how it does')
    .addHelpText('after', faultsHelp)
    .action((file: string | undefined, _options: unknown, command: Command) => changeFaults(world, command, file));
}

async function runPractice(world: World, command: Command, { port, seed, faults }: PracticeOptions): Promise<void> {
  const globals = globalOptionsOf(command);
  const stopped = stopSignal();
  const dataFolder = dataFolderOf(globals.dataDir, world.environment);
  const { practiceTenantKey } = await unlockQueue(world, globals);
  const tenant = await started(
    world.startPracticeTenant({
      stateFile: stateFileIn(dataFolder),
      key: practiceTenantKey,
      port,
      speed: globals.speed ?? PRACTICE_SPEED,
      ...(seed === undefined ? {} : { seed }),
      ...(faults === undefined ? {} : { faults: await readFaults(world, faults) }),
    }),
  );
  publishTenantAddress(dataFolder, tenant);
  const address = { url: tenant.url, token: tenant.token };
  await world.terminal.print(`${globals.json ? JSON.stringify(address) : `${address.url}\n${address.token}`}\n`);
  await stopped;
  withdrawTenantAddress(dataFolder);
  await tenant.close();
}

async function started(starting: Promise<PracticeTenant>): Promise<PracticeTenant> {
  try {
    return await starting;
  } catch (cause) {
    throw new CommandError(`The practice tenant cannot start: ${reasonOf(cause)}`, exitStatus.failed, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const { code, message } = z.object({ code: z.string().default(''), message: z.string() }).parse(cause);
  if (code.startsWith('SQLITE_BUSY'))
    return 'one runs on this data folder already. “reseal practice faults FILE” steers it; another --data-dir has another.';
  return code === 'EADDRINUSE' ? 'its port is taken. Choose another --port, or leave it out.' : `${message}.`;
}

async function changeFaults(world: World, command: Command, file: string | undefined): Promise<void> {
  const faults = file === undefined ? null : await readFaults(world, file);
  const dataFolder = dataFolderOf(globalOptionsOf(command).dataDir, world.environment);
  const answer = await steer(practiceTenantOf(world.environment) ?? readTenantAddress(dataFolder), faults);
  await world.terminal.print(`${JSON.stringify(answer, null, 2)}\n`);
}

/** Sets the faults where some are given, and answers those that are in force. */
async function steer(tenant: TenantAddress | null, faults: FaultSettingsInput | null): Promise<unknown> {
  if (tenant === null) throw noneRuns();
  const headers = { authorization: `Bearer ${tenant.token}`, 'content-type': 'application/json' };
  try {
    const page = new URL('/practice/faults', tenant.url);
    if (faults !== null) await answered(fetch(page, { method: 'PUT', headers, body: JSON.stringify(faults) }));
    return await answered(fetch(page, { headers }));
  } catch (cause) {
    throw cause instanceof CommandError ? cause : noneRuns(cause);
  }
}

async function answered(asked: Promise<Response>): Promise<unknown> {
  const response = await asked;
  const body: unknown = await response.json();
  if (response.ok) return body;
  const { error } = z.object({ error: z.string() }).parse(body);
  throw new CommandError(error, exitStatus.failed);
}

function noneRuns(cause?: unknown): CommandError {
  return new CommandError(
    'No practice tenant runs on this data folder. Start one with “reseal practice”.',
    exitStatus.failed,
    { cause },
  );
}

async function readFaults(world: World, file: string): Promise<FaultSettingsInput> {
  const bytes = await readInput({ world }, file);
  const faults = z.string().transform(parseJson).pipe(faultsSchema).safeParse(bytes.toString('utf8'), unworded);
  if (faults.success) return faults.data;
  const problems = faults.error.issues.map((issue) => inputProblem(issue, faultField));
  const sentences = problems.flatMap(({ message, remedy }) => [message, remedy ?? '']);
  throw usageError(`${file} does not describe faults. ${sentences.join(' ').trim()}`);
}

/** A fault is named as a program would find it in the file: `faults[0].effect.kind`. */
function faultField(path: readonly PropertyKey[]): FieldWords {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return { name: place === '' ? 'the file' : `“${place.replace(/^\./, '')}”`, isEntered: true };
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('It is not JSON. Write it as in the example of --help.');
    return z.NEVER;
  }
}
