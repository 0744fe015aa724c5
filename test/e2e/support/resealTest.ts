import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser, chromium, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { browserOptions } from './browserOptions.ts';
import { openInBrowser, openInElectron, whyNoElectron, type OpenedDoor } from './openDoor.ts';
import { startProgram } from './startProgram.ts';

export { expect };

const practiceAddress = z.object({ url: z.string(), token: z.string() });

/** Reseal, open on an empty data folder, with a practice tenant of its own; which door it is, a test does not know. */
export interface Reseal {
  readonly page: Page;
  readonly dataFolder: string;
  readonly practice: { readonly url: string; readonly token: string };
}

export interface DoorOptions {
  readonly door: 'loopback' | 'electron';
  /** How many times faster than real the practice tenant's clock runs. */
  readonly practiceSpeed: number;
  /** Whether preflight checks the hosts of `hosts.json` in the data folder, in place of Microsoft’s. */
  readonly ownHosts: boolean;
}

interface TestFixtures {
  readonly dataFolder: string;
  readonly practice: Reseal['practice'];
  /** Starts Reseal on the data folder, as often as a test wants. */
  readonly openReseal: () => Promise<OpenedDoor>;
  readonly reseal: Reseal;
}

interface WorkerFixtures {
  /** Starts the browser when it is first asked for: the Electron door needs none. */
  readonly openBrowser: () => Promise<Browser>;
}

export const test = base.extend<DoorOptions & TestFixtures, WorkerFixtures>({
  door: ['loopback', { option: true }],
  practiceSpeed: [600, { option: true }],
  ownHosts: [false, { option: true }],

  openBrowser: [
    async ({}, use) => {
      const started: { browser: Promise<Browser> | null } = { browser: null };
      await use(() => (started.browser ??= chromium.launch(browserOptions())));
      await (await started.browser)?.close();
    },
    { scope: 'worker' },
  ],

  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'reseal-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  practice: async ({ dataFolder, practiceSpeed }, use) => {
    const words = ['practice', '--json', '--data-dir', dataFolder, '--speed', String(practiceSpeed)];
    const tenant = await startProgram(words);
    await use(practiceAddress.parse(JSON.parse(tenant.firstLine)));
    await tenant.stop();
  },

  openReseal: async (
    { door, dataFolder, ownHosts, practice, openBrowser, viewport, colorScheme, permissions },
    use,
    testInfo,
  ) => {
    const reason = door === 'electron' ? whyNoElectron() : null;
    testInfo.skip(reason !== null, reason ?? '');
    const environment = {
      RESEAL_PRACTICE_URL: practice.url,
      RESEAL_PRACTICE_TOKEN: practice.token,
      ...(ownHosts && { RESEAL_PREFLIGHT_HOSTS: join(dataFolder, 'hosts.json') }),
    };
    await use(async () => {
      const opened =
        door === 'electron'
          ? await openInElectron(dataFolder, environment)
          : await openInBrowser(dataFolder, environment, await openBrowser(), {
              viewport,
              colorScheme,
              permissions: permissions ?? [],
            });
      await opened.page.locator('#root > *').first().waitFor();
      return opened;
    });
  },

  reseal: async ({ openReseal, dataFolder, practice }, use) => {
    const opened = await openReseal();
    await use({ page: opened.page, dataFolder, practice });
    await opened.close();
    expect(opened.problems, 'script errors, console errors and violations of the content policy').toEqual([]);
  },
});
