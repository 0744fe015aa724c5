const STORAGE_KEY = 'reseal.token';
const LAUNCH_PATTERN = /^#token=([\w-]+)$/;

/**
 * The token of the launch address. It moves from the fragment to this tab's storage, so that it is neither in the
 * history nor shared: cookies would be, by all ports of the host.
 */
export function takeLaunchToken(
  location: Pick<Location, 'hash' | 'pathname'>,
  history: Pick<History, 'replaceState'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): string | null {
  const launched = LAUNCH_PATTERN.exec(location.hash)?.[1];
  if (launched !== undefined) {
    storage.setItem(STORAGE_KEY, launched);
    history.replaceState(null, '', location.pathname);
  }
  return storage.getItem(STORAGE_KEY);
}
