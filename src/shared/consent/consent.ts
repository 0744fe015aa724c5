import { z } from 'zod';

/** Who registers the customer's devices for it, and so needs its consent: a partner in Partner Center, or the maker. */
export const consentWay = z.enum(['partner', 'maker']);
export type ConsentWay = z.infer<typeof consentWay>;

/** How far the consent of a customer is; `notNeeded` where it registers its devices itself. */
export const consentState = z.enum(['notNeeded', 'wanted', 'linkSent', 'accepted', 'verified', 'revoked']);
export type ConsentState = z.infer<typeof consentState>;

/** A customer's consent to the registration of its devices by somebody else. */
export const consent = z.object({
  state: consentState,
  way: consentWay.nullable(),
  /** The link that the customer's administrator opens, as Partner Center or Microsoft gave it. */
  link: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
  /** When somebody saw that the consent is there, and who; kept when it is withdrawn. */
  verifiedAt: z.iso.datetime().nullable(),
  verifiedBy: z.string().nullable(),
});
export type Consent = z.infer<typeof consent>;

/** What stands of a customer of which nobody has said anything. */
export const noConsent: Consent = {
  state: 'notNeeded',
  way: null,
  link: null,
  changedAt: null,
  changedBy: null,
  verifiedAt: null,
  verifiedBy: null,
};

/** Whether nothing of the customer may be registered yet. */
export const isConsentMissing = ({ state }: Pick<Consent, 'state'>): boolean =>
  state !== 'notNeeded' && state !== 'verified';

/** The states that can follow; what was accepted or verified can be withdrawn, nothing else can. */
export function nextConsents(state: ConsentState): readonly ConsentState[] {
  switch (state) {
    case 'notNeeded':
      return ['wanted'];
    case 'wanted':
      return ['linkSent', 'verified', 'notNeeded'];
    case 'linkSent':
      return ['accepted', 'verified', 'linkSent', 'notNeeded'];
    case 'accepted':
      return ['verified', 'revoked', 'notNeeded'];
    case 'verified':
      return ['revoked', 'notNeeded'];
    case 'revoked':
      return ['linkSent', 'verified', 'notNeeded'];
  }
}

/** The checklist of each way. */
export const consentChecklists: Readonly<Record<ConsentWay, string>> = {
  partner: 'consent-partner',
  maker: 'consent-maker',
};

/** The steps of that checklist which a state settles, and all before them. */
export const consentSteps: Readonly<Record<ConsentWay, Partial<Record<ConsentState, readonly string[]>>>> = {
  partner: { linkSent: ['CC1', 'CC2'], accepted: ['CC1', 'CC2', 'CC3'], verified: ['CC1', 'CC2', 'CC3', 'CC4'] },
  maker: { linkSent: ['CO1', 'CO2'], accepted: ['CO1', 'CO2', 'CO3'], verified: ['CO1', 'CO2', 'CO3', 'CO4'] },
};
