// Opens Reseal: in its own window where Electron can run, else in a browser tab.
import './support/requireNode.mjs';
import { spawn } from 'node:child_process';
import { CANNOT_RUN } from './support/cannotRun.mjs';
import { electronProgram, fetchElectron, reasonForNoWindow } from './support/electronProgram.mjs';
import { ensureBuilt } from './support/ensureBuilt.mjs';
import { projectRoot } from './support/projectRoot.mjs';
import { runBuilt } from './support/runBuilt.mjs';

const say = (sentence) => process.stderr.write(`${sentence}\n`);

if (await ensureBuilt({ announce: true })) {
  const { program, reason } = findWindow();
  if (program === null) {
    say(`Reseal opens in the browser instead of its own window, because ${reason}.`);
    await runBuilt('serve.js', ['--open', ...process.argv.slice(2)]);
  } else {
    openWindow(program);
  }
} else {
  process.exitCode = CANNOT_RUN;
}

function findWindow() {
  const reason = reasonForNoWindow();
  if (reason !== null) return { program: null, reason };
  const present = electronProgram();
  if (present !== null) return { program: present };
  say('Fetching Electron (about 110 MB, once) …');
  return { program: fetchElectron(), reason: 'Electron’s program could not be fetched' };
}

function openWindow(program) {
  const window = spawn(program, [projectRoot, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => window.kill(signal));
  window.once('error', (error) => {
    say(`Electron could not be started: ${error.message}.`);
    process.exitCode = CANNOT_RUN;
  });
  window.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
