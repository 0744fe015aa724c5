import { parseArgs } from 'node:util';
import { AppError } from '../shared/outcome/appError.ts';
import { createBackend } from './backend.ts';
import { exitStatus } from './hosts/cli/program/exitStatus.ts';
import { dataFolderOf } from './hosts/dataFolder.ts';
import { runLoopbackDoor } from './hosts/loopback/runLoopbackDoor.ts';
import { openBrowser } from './hosts/openBrowser.ts';
import { stopSignal } from './hosts/stopSignal.ts';
import { makeFilesPrivate } from './hosts/ownUmask.ts';

makeFilesPrivate();

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'data-dir': { type: 'string' },
    open: { type: 'boolean', default: false },
    'no-encryption': { type: 'boolean', default: false },
    'begin-anew': { type: 'boolean', default: false },
  },
});

const stopped = stopSignal();
try {
  const door = await runLoopbackDoor({
    createBackend,
    dataFolder: dataFolderOf(values['data-dir'], process.env),
    port: values.port === undefined ? null : Number(values.port),
    practiceSpeed: null,
    beginsAnew: values['begin-anew'],
    environment: process.env,
    withoutEncryption: values['no-encryption'],
    say: (sentence) => void process.stderr.write(`${sentence}\n`),
  });
  process.stdout.write(`${door.launchUrl}\n`);
  if (values.open) await openBrowser(door.addressToOpen());
  await stopped;
  await door.close();
} catch (error) {
  const remedy = error instanceof AppError ? (error.remedy ?? '') : '';
  process.stderr.write(`${error instanceof Error ? error.message : String(error)} ${remedy}`.trim() + '\n');
  process.exitCode = exitStatus.failed;
}
