import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { type FaultSettingsInput, faultsSchema } from '../../../practice-tenant/faults.ts';
import type { PracticeTenant } from '../../../practice-tenant/startPracticeTenant.ts';
import { dataFolderOf } from '../../dataFolder.ts';
import { runLoopbackDoor } from '../../loopback/runLoopbackDoor.ts';
import { openBrowser } from '../../openBrowser.ts';
import { stopSignal } from '../../stopSignal.ts';
import { CommandError, usageError } from '../commandError.ts';
import { exitStatus } from '../exitStatus.ts';
import { globalOptionsOf } from '../globalOptions.ts';
import { wholeNumber } from '../numberOption.ts';
import { readInput } from '../readInput.ts';
import type { World } from '../world.ts';

/** One practice minute passes in a second. */
const PRACTICE_SPEED = 60;
const LAST_PORT = 65_535;
const MOST_SEED = 2_147_483_647;

interface PracticeOptions {
  readonly port: number;
  readonly seed?: number;
  readonly faults?: string;
}

/** `serve` and `practice`: they run until they are stopped. */
export function addDoorCommands(program: Command, world: World): void {
  const port = wholeNumber(0, LAST_PORT);
  program
    .command('serve')
    .description('open Reseal in a browser of this computer; prints the address')
    .option('--port <number>', 'the port; 0 takes a free one', port, 0)
    .option('--open', 'open the default browser')
    .action((options: { port: number; open?: boolean }, command: Command) => serve(world, command, options));
  program
    .command('practice')
    .description('run the practice tenant alone, for other programs; prints its address')
    .option('--port <number>', 'the port; 0 takes a free one', port, 0)
    .option('--seed <number>', 'decides its delays and dice', wholeNumber(0, MOST_SEED))
    .option('--faults <file>', 'a JSON file that says how it misbehaves')
    .action((options: PracticeOptions, command: Command) => practice(world, command, options));
}

async function serve(world: World, command: Command, options: { port: number; open?: boolean }): Promise<void> {
  const globals = globalOptionsOf(command);
  const stopped = stopSignal();
  const door = await runLoopbackDoor({
    createBackend: world.createBackend,
    dataFolder: dataFolderOf(globals.dataDir, world.environment),
    port: options.port,
    practiceSpeed: globals.speed ?? null,
    environment: world.environment,
  });
  // One line, so that a program that reads the address knows where it ends.
  await world.terminal.print(`${globals.json ? JSON.stringify({ url: door.launchUrl }) : door.launchUrl}\n`);
  if (options.open === true) await openBrowser(door.launchUrl);
  await stopped;
  await door.close();
}

async function practice(world: World, command: Command, { port, seed, faults }: PracticeOptions): Promise<void> {
  const globals = globalOptionsOf(command);
  const stopped = stopSignal();
  const dataFolder = dataFolderOf(globals.dataDir, world.environment);
  await mkdir(dataFolder, { recursive: true });
  const tenant = await started(
    world.startPracticeTenant({
      stateFile: join(dataFolder, 'practice-tenant.db'),
      port,
      speed: globals.speed ?? PRACTICE_SPEED,
      ...(seed === undefined ? {} : { seed }),
      ...(faults === undefined ? {} : { faults: faultsOf(await readInput({ world }, faults), faults) }),
    }),
  );
  const address = { url: tenant.url, token: tenant.token };
  await world.terminal.print(`${globals.json ? JSON.stringify(address) : `${address.url}\n${address.token}`}\n`);
  await stopped;
  await tenant.close();
}

async function started(starting: Promise<PracticeTenant>): Promise<PracticeTenant> {
  try {
    return await starting;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(
      `The practice tenant cannot start: ${reason}. Choose another --port, or another --data-dir where it runs already.`,
      exitStatus.failed,
      { cause },
    );
  }
}

function faultsOf(bytes: Buffer, file: string): FaultSettingsInput {
  const faults = z.string().transform(parseJson).pipe(faultsSchema).safeParse(bytes.toString('utf8'));
  if (faults.success) return faults.data;
  throw usageError(`${file} does not describe faults: ${z.prettifyError(faults.error)}`);
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('it is not JSON');
    return z.NEVER;
  }
}
