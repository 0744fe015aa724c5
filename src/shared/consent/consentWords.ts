import type { Consent, ConsentState, ConsentWay } from './consent.ts';

export const consentStateWords: Readonly<Record<ConsentState, string>> = {
  notNeeded: 'not needed',
  wanted: 'needed, no link sent yet',
  linkSent: 'link sent',
  accepted: 'accepted, not verified',
  verified: 'verified',
  revoked: 'withdrawn',
};

export const consentWayWords: Readonly<Record<ConsentWay, string>> = {
  partner: 'a partner, in Partner Center',
  maker: 'the maker, by its direct interface',
};

/** Why nothing of the customer is registered, and what to do next. Source: Windows Autopilot customer consent. */
export function consentMissingWords({ state, way }: Pick<Consent, 'state' | 'way'>): string {
  if (state === 'revoked') return 'Its customer has withdrawn the consent: nothing may be registered for it.';
  const where = way === 'maker' ? 'with “Validate Device Submission Data”' : 'in Partner Center › Customers';
  return ['The consent of its customer is not verified.', ...nextWords(state), `It is verified ${where}.`].join(' ');
}

function nextWords(state: Exclude<ConsentState, 'revoked'>): readonly string[] {
  switch (state) {
    case 'wanted':
      return ['Send the link first.'];
    case 'linkSent':
      return ['Wait until the customer has accepted, and verify it.'];
    case 'accepted':
      return ['Verify it.'];
    case 'notNeeded':
    case 'verified':
      return [];
  }
}

/**
 * The text of the mail that asks a customer for its consent.
 * Source: Windows Autopilot customer consent (Microsoft Learn).
 * @param link as Partner Center or Microsoft gave it; a place for it where it is not known yet
 */
export function consentMail(way: ConsentWay, customer: string, link: string | null): string {
  const who =
    way === 'partner'
      ? 'Sign in as a global administrator of your organisation.'
      : 'Sign in with an account of the cloud, such as one that ends with onmicrosoft.com, that is a global administrator of your organisation.';
  const rights =
    way === 'partner'
      ? 'We ask for no delegated administration: the page says so. If it names administrator roles, do not accept it and tell us.'
      : 'No delegated administration is given with it.';
  const withdraw =
    way === 'maker'
      ? 'To withdraw it later, write to msoemops@microsoft.com: it cannot be done in the portal.'
      : 'To withdraw it later, tell us.';
  return [
    `To the administrator of ${customer}`,
    '',
    'We are about to register new Windows devices with Windows Autopilot for your organisation. Microsoft lets us do that with your consent only.',
    '',
    `1. Open this link: ${link ?? '(the link)'}`,
    `2. ${who}`,
    '3. Tick Yes and press Accept. It counts at once.',
    '',
    rights,
    withdraw,
    '',
    'Thank you.',
  ].join('\n');
}
