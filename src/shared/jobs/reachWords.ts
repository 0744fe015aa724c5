import type { Reach } from './reach.ts';

/** What is said where Microsoft was not asked, with what to do; null where the outbox and its clock say it. */
export const reachSentences: Readonly<Record<Reach, string | null>> = {
  noTenant: 'There is no customer yet, so nothing is sent to Microsoft. Add one when you need it.',
  notConnected: 'Not connected to Microsoft yet: what is for Microsoft waits here, and everything else works.',
  signedOut: 'Nobody is signed in, so nothing is sent to Microsoft. Sign in; what waits then goes by itself.',
  untried: 'Microsoft has not been asked anything lately.',
  reached: null,
  unreached: null,
};
