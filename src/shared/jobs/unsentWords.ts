import type { Reach } from './reach.ts';

interface Unsent {
  readonly reach: Reach;
  /** How many changes wait to be sent. */
  readonly count: string;
  readonly tenantName: string | null;
  /** Since when nobody answers, as a person reads it; null where that is not known. */
  readonly offlineSince: string | null;
}

/** That changes wait and why nothing carries them away, in one line; null where they are on their way, or may be. */
export function unsentWords({ reach, count, tenantName, offlineSince }: Unsent): string | null {
  switch (reach) {
    case 'signedOut':
      return `Offline: ${count}, nobody is signed in${tenantName === null ? '' : ` to ${tenantName}`}`;
    case 'unreached':
      return `Offline${offlineSince === null ? '' : ` since ${offlineSince}`}: ${count}`;
    case 'notConnected':
      return `Not connected: ${count}`;
    case 'noTenant':
    case 'untried':
    case 'reached':
      return null;
  }
}
