import { comeBack, learnHandoverKey } from './handover.ts';
import { browserKeyPlace } from './handoverKey.ts';
import { exchangeLaunchCode, isLaunchAddress, keepToken, takeLaunchToken } from './launchToken.ts';
import type { WayIn } from './loopbackTransport.ts';

const ask = (path: string, init: RequestInit) => fetch(path, init);

/**
 * How this browser tab gets in: by the address it was opened with, by what it kept, or by the key that it learnt while it was in.
 * A new address that somebody pastes into the tab is taken too.
 */
export async function createTabWayIn(tab: Window): Promise<WayIn> {
  const { location, history, sessionStorage } = tab;
  let token = (await takeLaunchToken(location, history, sessionStorage, exchangeLaunchCode)) ?? '';
  let coming: Promise<boolean> | null = null;

  async function getToken(): Promise<boolean> {
    const found = await comeBack(location.origin, browserKeyPlace, ask).catch(() => null);
    if (found === null) return false;
    token = found;
    keepToken(token, sessionStorage);
    return true;
  }

  tab.addEventListener('hashchange', () => {
    // A pasted address changes the fragment alone, which loads nothing.
    if (isLaunchAddress(location)) location.reload();
  });

  return {
    token: () => token,
    // Several calls are refused at once; one of them asks.
    comeBack: () => (coming ??= getToken().finally(() => (coming = null))),
    // Without it the tab is only not found after a restart.
    wasLetIn: () => void learnHandoverKey(token, browserKeyPlace, ask).catch(() => undefined),
  };
}
