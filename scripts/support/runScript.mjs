import { spawnSync } from 'node:child_process';
import { projectRoot } from './projectRoot.mjs';

/** Runs a script of package.json in the open, and returns whether it succeeded. */
export function runScript(name, options = []) {
  const words = ['run', '--silent', name, ...(options.length === 0 ? [] : ['--', ...options])];
  const npm = process.env.npm_execpath;
  const result =
    npm === undefined
      ? spawnSync('npm', words, { cwd: projectRoot, stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...words], { cwd: projectRoot, stdio: 'inherit' });
  return result.status === 0;
}
