import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { AppError } from '../shared/outcome/appError.ts';
import { createBackend } from './backend.ts';
import { exitStatus } from './hosts/cli/program/exitStatus.ts';
import { dataFolderOf } from './hosts/dataFolder.ts';
import { launchArguments } from './hosts/electron/launchArguments.ts';
import { denyNavigation } from './hosts/electron/lockDown.ts';
import { registerPageScheme } from './hosts/electron/pageScheme.ts';
import { startElectronDoor } from './hosts/electron/startElectronDoor.ts';
import { makeFilesPrivate } from './hosts/ownUmask.ts';

makeFilesPrivate();

const launch = launchArguments(process.argv, process.cwd());
const dataFolder = dataFolderOf(launch.dataDir, process.env);

app.enableSandbox();
registerPageScheme(protocol);
denyNavigation(app);
// Chromium's own files stand beside the queue, so that two data folders are two separate Reseals.
app.setPath('userData', join(dataFolder, 'window'));

if (app.requestSingleInstanceLock()) {
  startElectronDoor(createBackend, dataFolder, launch.beginsAnew).catch((error: unknown) => {
    const remedy = error instanceof AppError ? (error.remedy ?? '') : '';
    dialog.showErrorBox('Reseal cannot open', `${error instanceof Error ? error.message : String(error)}\n${remedy}`);
    app.exit(exitStatus.failed);
  });
} else {
  app.quit();
}
