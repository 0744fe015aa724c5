import type { StartLoss } from './startLoss.ts';

/** Where the device stands, and what another start takes away from there. */
export const startLossWords: Readonly<Record<StartLoss, string>> = {
  inUse: 'Intune shows that its user works on it: what is kept on the device alone is lost with the reset.',
  userFlowDone:
    'Its user has finished the set-up: the user has to do it again, and what is kept on the device alone is lost.',
  shipped: 'It is recorded as shipped: that and its reseal are void, and it has to come back.',
  enrolled: 'It is enrolled in Intune: what was installed has to be installed again.',
};

/** What the history and the audit log say of a start that somebody confirmed against these losses. */
export const startedAgainSentence = (title: string, losses: readonly StartLoss[]): string =>
  `Start of ${title} confirmed. ${losses.map((loss) => startLossWords[loss]).join(' ')}`;
