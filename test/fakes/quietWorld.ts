import type { World } from '../../src/main/hosts/cli/program/world.ts';
import { leapingClock } from './graphFetch.ts';

const notCalled = () => Promise.reject(new Error('Not called.'));

/** A world in which nothing may happen: for tests that look at the command line and run none of it. */
export const quietWorld: World = {
  createBackend: notCalled,
  startPracticeTenant: notCalled,
  clock: leapingClock(),
  environment: {},
  terminal: {
    print: notCalled,
    say: () => undefined,
    readInput: notCalled,
    ask: notCalled,
    canAsk: false,
    showsProgress: false,
  },
};
