import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { projectRoot } from './projectRoot.mjs';

/** Runs a script of package.json in the open, and resolves to whether it succeeded. */
export async function runScript(name, options = []) {
  const [status] = await once(start(name, options, 'inherit'), 'close');
  return status === 0;
}

/** Runs a script of package.json, and shows what it says once it has ended: others may run beside it. */
export async function runScriptAside(name) {
  const script = start(name, [], 'pipe');
  const [stdout, stderr, [status]] = await Promise.all([
    buffer(script.stdout),
    buffer(script.stderr),
    once(script, 'close'),
  ]);
  process.stdout.write(`\n── ${name}\n${stdout}${stderr}`);
  return status === 0;
}

function start(name, options, output) {
  const words = ['run', '--silent', name, ...(options.length === 0 ? [] : ['--', ...options])];
  const npm = process.env.npm_execpath;
  const settings = { cwd: projectRoot, stdio: ['inherit', output, output] };
  return npm === undefined
    ? spawn('npm', words, { ...settings, shell: process.platform === 'win32' })
    : spawn(process.execPath, [npm, ...words], settings);
}
