const STORAGE_KEY = 'reseal.token';
const LAUNCH_PATTERN = /^#(token|code)=([\w-]+)$/;

type TokenStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Whether an address is one that Reseal printed or opened, and not a place of the page. */
export function isLaunchAddress({ hash }: Pick<Location, 'hash'>): boolean {
  return LAUNCH_PATTERN.test(hash);
}

/**
 * The token of the launch address, or the one that the address's code is exchanged for. It moves from the fragment to this
 * tab's storage, so that it is neither in the history nor shared: cookies would be, by all ports of the host.
 */
export async function takeLaunchToken(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
  storage: TokenStorage,
  exchange: (code: string) => Promise<string | null>,
): Promise<string | null> {
  const [, kind, launched] = LAUNCH_PATTERN.exec(location.hash) ?? [];
  if (launched === undefined) return storage.getItem(STORAGE_KEY);
  history.replaceState(null, '', location.pathname + location.search);
  const token = kind === 'token' ? launched : await exchange(launched);
  if (token !== null) keepToken(token, storage);
  return token ?? storage.getItem(STORAGE_KEY);
}

/** Keeps a token for the next load of this tab. */
export function keepToken(token: string, storage: TokenStorage): void {
  storage.setItem(STORAGE_KEY, token);
}

/** What the door gives for a launch code; null where the code is used up. */
export async function exchangeLaunchCode(code: string): Promise<string | null> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch('/launch', { method: 'POST', headers, body: JSON.stringify({ code }) });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  const hasToken = typeof answer === 'object' && answer !== null && 'token' in answer;
  return hasToken && typeof answer.token === 'string' ? answer.token : null;
}
