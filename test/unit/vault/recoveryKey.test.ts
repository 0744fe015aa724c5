import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecoveryKey, recoveryKeyProblem, writeRecoveryKey } from '../../../src/shared/vault/recoveryKey.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 });
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const places = fc.integer({ min: 0, max: 27 });

const lettersOf = (key: string): string[] => Array.from(key.replaceAll('-', ''));

describe('the recovery key', () => {
  it('is seven groups of four letters and digits', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(writeRecoveryKey(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('is read back, however it is typed', () => {
    const asTyped = fc.constantFrom<((key: string) => string)[]>(
      (key) => key,
      (key) => key.toLowerCase(),
      (key) => key.replaceAll('-', ' '),
      (key) => ` ${key.replaceAll('-', '')}\n`,
      (key) => key.replaceAll('0', 'O').replaceAll('1', 'l'),
      (key) => key.replaceAll('1', 'I').replaceAll('0', 'o'),
    );
    fc.assert(
      fc.property(secrets, asTyped, (secret, typed) => {
        expect(readRecoveryKey(typed(writeRecoveryKey(secret)))).toEqual({ ok: true, secret });
      }),
    );
  });

  it('with one wrong letter is always noticed', () => {
    fc.assert(
      fc.property(secrets, places, fc.constantFrom(...Array.from(LETTERS)), (secret, place, letter) => {
        const letters = lettersOf(writeRecoveryKey(secret));
        fc.pre(letters[place] !== letter);
        letters[place] = letter;
        expect(readRecoveryKey(letters.join(''))).toEqual({ ok: false, problem: 'check' });
      }),
    );
  });

  it('with two neighbours swapped is always noticed', () => {
    fc.assert(
      fc.property(secrets, fc.integer({ min: 0, max: 26 }), (secret, place) => {
        const letters = lettersOf(writeRecoveryKey(secret));
        const [first = '', second = ''] = letters.slice(place, place + 2);
        fc.pre(first !== second);
        letters.splice(place, 2, second, first);
        expect(readRecoveryKey(letters.join(''))).toEqual({ ok: false, problem: 'check' });
      }),
    );
  });

  it('of another length, or with a letter that it never has, is told as that', () => {
    const whole = writeRecoveryKey(new Uint8Array(16).fill(7));
    const short = readRecoveryKey(whole.slice(0, -4));
    expect(short).toEqual({ ok: false, problem: 'length', letters: 24 });
    if (!short.ok) expect(recoveryKeyProblem(short)).toBe('A recovery key has 28 letters and digits; this one has 24.');
    const strange = readRecoveryKey(`U${whole.slice(1)}`);
    expect(strange).toEqual({ ok: false, problem: 'letter', letter: 'U' });
  });

  it('is read without a fault from any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRecoveryKey(text)).toHaveProperty('ok');
      }),
    );
  });
});
