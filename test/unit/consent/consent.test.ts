import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentState, consentWay, isConsentMissing, nextConsents } from '../../../src/shared/consent/consent.ts';
import { consentMail, consentMissingWords } from '../../../src/shared/consent/consentWords.ts';

test('nothing is registered from the moment a consent is needed until it is verified, whatever is said in between', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 20 }), (choices) => {
      let state = consentState.parse('notNeeded');
      for (const choice of choices) {
        const next = nextConsents(state);
        state = next[choice % next.length] ?? state;
        expect(isConsentMissing({ state })).toBe(state !== 'notNeeded' && state !== 'verified');
      }
    }),
  );
});

test('every state can be left, and only what was given can be withdrawn', () => {
  for (const state of consentState.options) {
    expect(nextConsents(state).length).toBeGreaterThan(0);
    expect(nextConsents(state).includes('revoked')).toBe(state === 'accepted' || state === 'verified');
  }
});

test('the mail names the customer, the link, who must sign in and how it is withdrawn, for either way', () => {
  for (const way of consentWay.options) {
    const mail = consentMail(way, 'Contoso', 'https://example.com/consent');
    for (const part of ['Contoso', 'https://example.com/consent', 'global administrator', 'Accept', 'withdraw']) {
      expect(mail).toContain(part);
    }
  }
  expect(consentMail('maker', 'Contoso', null)).toContain('msoemops@microsoft.com');
  expect(consentMail('partner', 'Contoso', null)).toContain('(the link)');
});

test('what is missing is said with the next thing to do and the place where it is verified', () => {
  expect(consentMissingWords({ state: 'linkSent', way: 'partner' })).toBe(
    'The consent of its customer is not verified. Wait until the customer has accepted, and verify it. It is verified in Partner Center › Customers.',
  );
  expect(consentMissingWords({ state: 'revoked', way: 'maker' })).toContain('withdrawn');
});
