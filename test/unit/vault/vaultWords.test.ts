import { expect, test } from 'vitest';
import { settingsText } from '../../../src/renderer/text/settings.ts';
import { vaultText } from '../../../src/renderer/text/vault.ts';
import { vaultSentence } from '../../../src/shared/vault/vaultWords.ts';

test.each([
  ['secretStore', true, 'Sign-ins are kept in the queue until somebody signs out.'],
  ['passphrase', true, 'Sign-ins are kept in the queue until somebody signs out.'],
  ['file', true, 'A sign-in is not kept.'],
  [null, false, 'A sign-in is not kept.'],
] as const)(
  'how a queue with its key in %s is kept says whether sign-ins are, and nothing else in the settings does',
  (keptIn, isEncrypted, words) => {
    expect(vaultSentence({ isEncrypted, keptIn, waitsFor: null }).split('ign-in')).toHaveLength(2);
    expect(vaultSentence({ isEncrypted, keptIn, waitsFor: null })).toContain(words);
    expect(JSON.stringify([settingsText, vaultText])).not.toMatch(/[Ss]ign-ins? (is|are) /);
  },
);
