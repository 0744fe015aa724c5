import { parseArgs } from 'node:util';
import { createBackend } from './backend.ts';
import { exitStatus } from './hosts/cli/program/exitStatus.ts';
import { dataFolderOf } from './hosts/dataFolder.ts';
import { runLoopbackDoor } from './hosts/loopback/runLoopbackDoor.ts';
import { openBrowser } from './hosts/openBrowser.ts';
import { stopSignal } from './hosts/stopSignal.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'data-dir': { type: 'string' },
    open: { type: 'boolean', default: false },
  },
});

const stopped = stopSignal();
try {
  const door = await runLoopbackDoor({
    createBackend,
    dataFolder: dataFolderOf(values['data-dir'], process.env),
    port: values.port === undefined ? null : Number(values.port),
    practiceSpeed: null,
    environment: process.env,
  });
  process.stdout.write(`${door.launchUrl}\n`);
  if (values.open) await openBrowser(door.addressToOpen());
  await stopped;
  await door.close();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitStatus.failed;
}
