import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** They find a test that hangs; they do not judge a slow machine. */
const HANGS_AFTER_MS = 300_000;
const timeouts = { testTimeout: HANGS_AFTER_MS, hookTimeout: HANGS_AFTER_MS };

export default defineConfig({
  test: {
    // A test leaves nothing in the secret store of whoever runs it; what it starts inherits this.
    env: { RESEAL_KEY_KEPT_IN: 'file' },
    // Integration tests wait for processes and sockets more than they compute.
    maxWorkers: availableParallelism() + 1,
    teardownTimeout: HANGS_AFTER_MS,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/structure/**/*.test.ts'],
          ...timeouts,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/integration/support/builtProgram.ts', 'test/conformance/recorder/startRecording.ts'],
          ...timeouts,
          // Not 0: on a machine with two processors that would be run after all others.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          ...timeouts,
          // After the integration suite: it checks what Reseal sent there.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
