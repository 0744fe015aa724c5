import { randomBytes } from 'node:crypto';

const CODE_BYTES = 32;
const GOOD_FOR_MS = 60_000;

/**
 * Codes that a browser exchanges for the door's token. A program that opens a browser names the address on a command
 * line, which other people on the computer may read: so it holds a code that is good once, and for a minute.
 */
export function createLaunchCodes(monotonicMs: () => number) {
  const goodUntil = new Map<string, number>();
  return {
    create(): string {
      const code = randomBytes(CODE_BYTES).toString('base64url');
      goodUntil.set(code, monotonicMs() + GOOD_FOR_MS);
      return code;
    },
    /** Whether the code is good; it is not any more afterwards. */
    take(code: string): boolean {
      const until = goodUntil.get(code);
      goodUntil.delete(code);
      return until !== undefined && monotonicMs() <= until;
    },
  };
}
