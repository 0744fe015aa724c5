import { useMemo, useSyncExternalStore } from 'react';
import { formatAddress, parseAddress, type Address } from './address.ts';

/** Goes to another place; Back comes back. */
export function goTo(address: Address): void {
  window.location.hash = formatAddress(address);
}

/** Goes to another place; what is returned comes back from there, if nobody has gone on since. */
export function visit(address: Address): () => void {
  const before = parseAddress(window.location.hash);
  goTo(address);
  const there = window.location.hash;
  return () => {
    if (window.location.hash === there) replaceAddress(before);
  };
}

/** Corrects the address of the present place, without a step of Back. */
export function replaceAddress(address: Address): void {
  history.replaceState(null, '', formatAddress(address));
  // replaceState tells nobody.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Where the page stands at this moment, for what does not follow it. */
export const addressNow = (): Address => parseAddress(window.location.hash);

/** Where the page stands. It is the fragment alone, so that reload, back and a second window work without a server. */
export function useAddress(): Address {
  const fragment = useSyncExternalStore(watchFragment, () => window.location.hash);
  return useMemo(() => {
    const address = parseAddress(fragment);
    // A screen on a wall is started with an address that somebody types: `?wall` is enough of one.
    return address.page === 'start' && window.location.search === '?wall' ? { page: 'wall' } : address;
  }, [fragment]);
}

function watchFragment(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
