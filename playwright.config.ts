import { defineConfig } from '@playwright/test';
import type { DoorOptions } from './test/e2e/support/resealTest.ts';

/** The same specs through two doors; where Electron cannot run, its project says why and skips. */
export default defineConfig<DoorOptions>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/integration/support/builtProgram.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A machine that nobody sits at may be busy with anything; what passes only when tried again is named as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // Time-outs find a test that hangs; they do not judge a slow machine.
  timeout: 600_000,
  expect: { timeout: 60_000, toPass: { timeout: 120_000 } },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A trace slows every step down: it is for whoever looks into a failure.
    trace: process.env['RESEAL_TRACE'] === undefined ? 'off' : 'retain-on-failure',
  },
  projects: [
    { name: 'loopback', use: { door: 'loopback' } },
    { name: 'electron', use: { door: 'electron' } },
  ],
});
