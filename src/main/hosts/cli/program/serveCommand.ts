import type { Command } from 'commander';
import { dataFolderOf } from '../../dataFolder.ts';
import { openBrowser } from '../../openBrowser.ts';
import { stopSignal } from '../../stopSignal.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { portNumber } from '../input/numberOption.ts';
import type { World } from './world.ts';

/** `serve`, which runs until it is stopped. */
export function addServeCommand(program: Command, world: World): void {
  program
    .command('serve')
    .description('open Reseal in a browser of this computer; prints the address')
    .option('--port <number>', 'the port; 0 takes a free one, and without it that of the last start', portNumber)
    .option('--open', 'open the default browser')
    .action((options: { port?: number; open?: boolean }, command: Command) => serve(world, command, options));
}

async function serve(world: World, command: Command, options: { port?: number; open?: boolean }): Promise<void> {
  const globals = globalOptionsOf(command);
  const stopped = stopSignal();
  // A server is loaded by the command that needs one: Node’s own brings a web client with it.
  const { runLoopbackDoor } = await import('../../loopback/runLoopbackDoor.ts');
  const door = await runLoopbackDoor({
    createBackend: world.createBackend,
    dataFolder: dataFolderOf(globals.dataDir, world.environment),
    port: options.port ?? null,
    practiceSpeed: globals.speed ?? null,
    beginsAnew: globals.beginAnew,
    environment: world.environment,
    withoutEncryption: !globals.encryption,
    say: (sentence) => world.terminal.say(`${sentence}\n`),
  });
  // One line, so that a program that reads the address knows where it ends.
  await world.terminal.print(`${globals.json ? JSON.stringify({ url: door.launchUrl }) : door.launchUrl}\n`);
  if (options.open === true) await openBrowser(door.addressToOpen());
  await stopped;
  await door.close();
}
