import type { LaunchOptions } from '@playwright/test';
import { findBrowser } from './findBrowser.ts';

/** How the browser of this machine is started: headless, quiet on the network, and with a camera that shows a pattern. */
export function browserOptions(): LaunchOptions {
  const program = findBrowser();
  if (program === null) {
    throw new Error('No Chromium, Chrome or Edge was found. Install one, or run: npx playwright install chromium');
  }
  return {
    executablePath: program,
    // Chromium’s sandbox does not run as root, and in containers it often does not run at all.
    chromiumSandbox: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-default-browser-check',
      '--no-first-run',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  };
}
