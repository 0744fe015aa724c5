import { once } from 'node:events';
import { _electron, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { z } from 'zod';
import { electronProgram, reasonForNoWindow } from '../../../scripts/support/electronProgram.mjs';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { preparePage } from './preparePage.ts';
import { startProgram } from './startProgram.ts';

export interface OpenedDoor {
  readonly page: Page;
  /** What went wrong on the page so far. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
  /** Ends Reseal as a power cut would. */
  readonly kill: () => Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** Why the window cannot be tested here, or null where it can. */
export function whyNoElectron(): string | null {
  if (electronProgram() === null) return 'Electron’s program is not installed; npx install-electron fetches it.';
  const reason = reasonForNoWindow();
  return reason === null ? null : `The window cannot be opened: ${reason}.`;
}

/** The Electron window on this data folder. */
export async function openInElectron(dataFolder: string, environment: Environment): Promise<OpenedDoor> {
  const window = await _electron.launch({
    executablePath: electronProgram() ?? '',
    args: [projectRoot, `--data-dir=${dataFolder}`],
    env: { ...environmentOfThisProcess(), ...environment },
    timeout: 0,
  });
  const page = await window.firstWindow();
  const problems = await preparePage(page);
  // The page began before anybody listened.
  await page.reload();
  const gone = once(window.process(), 'exit');
  return {
    page,
    problems,
    close: () => window.close(),
    async kill() {
      window.process().kill('SIGKILL');
      await gone;
    },
  };
}

/** A browser tab on the loopback door of this data folder. */
export async function openInBrowser(
  dataFolder: string,
  environment: Environment,
  browser: Browser,
  options: BrowserContextOptions,
): Promise<OpenedDoor> {
  const door = await startProgram(['serve', '--json', '--data-dir', dataFolder], environment);
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(door.firstLine));
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems = await preparePage(page);
  await page.goto(url);
  return {
    page,
    problems,
    async close() {
      await context.close();
      await door.stop();
    },
    async kill() {
      await door.kill();
      await context.close();
    },
  };
}

function environmentOfThisProcess(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
