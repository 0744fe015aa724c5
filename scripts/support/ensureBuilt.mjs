import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from './projectRoot.mjs';

const BUILT_FROM = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
/** Below `src`; the program imports nothing of it. */
const PAGE = 'renderer';
const STAMP = 'built-from.txt';
const built = join(projectRoot, 'out');
const lockFolder = join(projectRoot, '.cache', 'build.lock');
const LOCK_POLL_MS = 200;
const LOCK_GIVEN_UP_MS = 120_000;

/** Whether `out/` was built from the sources as they stand: names, sizes and times are compared, nothing is read. */
function isBuilt(needsPage) {
  try {
    const made = JSON.parse(readFileSync(join(built, STAMP), 'utf8'));
    const { program, page } = fingerprints();
    return made.program === program && (!needsPage || made.page === page);
  } catch {
    return false;
  }
}

/**
 * Builds where the sources are newer than `out/`; several processes that come at once build once.
 * What the builder prints goes to standard error, and only when it fails. Returns whether `out/` is usable. Who does not
 * show the page neither waits for it nor is stopped by it.
 */
export async function ensureBuilt({ announce = false, needsPage = true } = {}) {
  if (isBuilt(needsPage)) return true;
  await takeLock();
  try {
    if (isBuilt(needsPage)) return true;
    if (announce) process.stderr.write('Building Reseal …\n');
    return build({ quiet: true });
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

/** Builds now, beside `out/`, which is replaced only by something whole: programs that run from it go on. */
export function build({ quiet }) {
  const before = JSON.stringify(fingerprints());
  const next = join(projectRoot, '.cache', `out-${process.pid}`);
  const builder = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(process.execPath, [builder, 'build', '--outDir', next], {
    cwd: projectRoot,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    if (quiet) process.stderr.write(`${result.stdout}${result.stderr}`);
    process.stderr.write('Reseal could not be built: mend what the builder names above, and run the command again.\n');
    rmSync(next, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(next, STAMP), before);
  replace(built, next);
  return true;
}

function replace(folder, next) {
  const last = `${next}-last`;
  if (existsSync(folder)) renameSync(folder, last);
  renameSync(next, folder);
  rmSync(last, { recursive: true, force: true, maxRetries: 5 });
}

/** Of the page's own sources, and of all others. */
function fingerprints() {
  const page = createHash('sha256');
  const program = createHash('sha256');
  for (const path of BUILT_FROM) {
    const absolute = join(projectRoot, path);
    const files = path === 'src' ? readdirSync(absolute, { recursive: true }).sort() : [''];
    for (const file of files) {
      const { mtimeMs, size } = statSync(join(absolute, file));
      const digest = file === PAGE || file.startsWith(`${PAGE}${sep}`) ? page : program;
      digest.update(`${path}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  return { page: page.digest('hex'), program: program.digest('hex') };
}

async function takeLock() {
  mkdirSync(join(projectRoot, '.cache'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lockFolder);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      dropAbandonedLock();
      await sleep(LOCK_POLL_MS);
    }
  }
}

function dropAbandonedLock() {
  try {
    const isAbandoned = Date.now() - statSync(lockFolder).mtimeMs > LOCK_GIVEN_UP_MS;
    if (isAbandoned) rmSync(lockFolder, { recursive: true, force: true });
  } catch (error) {
    // It was given back in between.
    if (error.code !== 'ENOENT') throw error;
  }
}
