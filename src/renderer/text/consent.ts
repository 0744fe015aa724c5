import { formatter } from './formatter.ts';

export const consentText = {
  act: 'Consent of the customer',
  alsoCalled: 'authorisation, partner relationship, CSP, registration by us',
  title: (name: string) => `Consent of ${name}`,
  explained:
    'A customer that registers its devices itself needs none. Where you register them as a partner in Partner Center, or as the maker, nothing is registered before the consent is verified.',
  way: 'Who registers the devices',
  ways: { partner: 'We, as a partner in Partner Center', maker: 'We, as the maker, by the direct interface' },
  state: 'How far it is',
  changed: 'Said',
  verified: 'Verified',
  seen: (at: string, by: string | null) => `${formatter.instant(at)}${by === null ? '' : `, ${by}`}`,
  link: 'The link for the customer',
  linkHints: {
    partner: 'From Partner Center › Customers › Request a reseller relationship, without delegated administration.',
    maker: 'From Microsoft, by msoemops@microsoft.com.',
  },
  mail: 'Mail to copy',
  copyMail: 'Copy the mail',
  close: 'Close',
  acts: {
    wanted: 'Consent is needed',
    linkSent: 'The link is sent',
    accepted: 'The customer has accepted',
    verified: 'Verified: the customer is listed',
    revoked: 'Withdrawn',
    notNeeded: 'Consent is not needed',
  },
  recorded: (words: string) => `Consent: ${words}.`,
} as const;
