import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** Finds a Chromium, Chrome or Edge for the end-to-end tests, or installs one; returns whether there is one now. */
export async function ensureBrowser() {
  const { findBrowser } = await import('../../test/e2e/support/findBrowser.ts');
  if (findBrowser() !== null) return true;
  for (const install of [installFromDebian, installFromPlaywright]) {
    install();
    if (findBrowser() !== null) return true;
  }
  process.stderr.write(
    'The end-to-end tests need a browser, and none could be installed: install Chromium, Chrome or Edge, or set RESEAL_BROWSER to its program.\n',
  );
  return false;
}

function installFromDebian() {
  const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!isDebian || process.getuid?.() !== 0) return;
  process.stderr.write('Installing Chromium with apt …\n');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: environment };
  spawnSync('apt-get', ['update', '-qq'], options);
  const install = (name) => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
  // Chromium without its window: the same engine for a third less of the processor. Older Debians do not have it.
  if (install('chromium-headless-shell').status !== 0) install('chromium');
}

function installFromPlaywright() {
  process.stderr.write('Installing Playwright’s Chromium …\n');
  const playwright = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
