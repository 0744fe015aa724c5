import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Integration tests wait for processes and sockets more than they compute.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/structure/**/*.test.ts'],
          // A time-out finds a test that hangs; it does not judge a slow machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/integration/support/builtProgram.ts', 'test/conformance/recorder/startRecording.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Not 0: on a machine with two processors that would be run after all others.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // After the integration suite: it checks what Reseal sent there.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
