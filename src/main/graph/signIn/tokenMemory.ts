import type { Clock } from '../../ports.ts';
import type { Permission } from '../../../shared/directory/permissions.ts';

/** A token is not used in its last minutes, so that it outlives the call it is sent with. */
const SPARE_MS = 5 * 60_000;

export type TokenMemory = ReturnType<typeof createTokenMemory>;

/**
 * Tokens at hand, so that a call need not ask MSAL. How long one is good is counted from when it came, since a clock that is
 * set afterwards must neither end it nor keep it alive; should a computer have slept meanwhile, Graph refuses it once.
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
