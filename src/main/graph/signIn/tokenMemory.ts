import type { Clock } from '../../ports.ts';
import type { Permission } from '../../../shared/directory/permissions.ts';

/** A token is not used in its last minutes, so that it outlives the call it is sent with. */
const SPARE_MS = 5 * 60_000;

export type TokenMemory = ReturnType<typeof createTokenMemory>;

/**
 * Tokens at hand, so that a call need not ask MSAL. The life of a token is counted from its arrival: a clock that is
 * set later must neither end it nor keep it alive. Where the computer slept meanwhile, Graph refuses the token once.
 */
export function createTokenMemory(clock: Pick<Clock, 'now' | 'monotonicMs'>) {
  const tokens = new Map<Permission, { readonly token: string; readonly untilMs: number }>();
  return {
    get(scope: Permission): string | null {
      const known = tokens.get(scope);
      return known !== undefined && clock.monotonicMs() < known.untilMs ? known.token : null;
    },
    /** @param expiresOn by this computer's clock, as MSAL reckons it; null where it does not know */
    keep(scope: Permission, token: string, expiresOn: Date | null): void {
      const leftMs = expiresOn === null ? 0 : expiresOn.getTime() - clock.now().getTime();
      tokens.set(scope, { token, untilMs: clock.monotonicMs() + leftMs - SPARE_MS });
    },
    clear: (): void => tokens.clear(),
  };
}
