import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersOf } from '../../../src/shared/knowledge/errorCodeIn.ts';
import { findKnowledge } from '../../../src/shared/knowledge/findKnowledge.ts';
import { askedCodeWords } from '../../../src/shared/knowledge/knowledgeWords.ts';
import { loadKnowledge } from '../../../src/shared/knowledge/loadKnowledge.ts';

const knowledge = await loadKnowledge();
const { entries } = knowledge;
const ask = (text: string) => findKnowledge(knowledge, text);
const idsFor = (text: string) => ask(text).found.map(({ entry }) => entry.id);
const known = [...new Set(entries.flatMap(({ codes }) => Object.keys(codes)))];

const notations = (code: string) => {
  const { signed, unsigned } = numbersOf(code);
  return [code, `0X${code.slice(2).toUpperCase()}`, code.slice(2), String(signed), String(unsigned)];
};

test('every known code is found in all its notations, alone and inside a sentence, and only by entries that have it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...known),
      fc.nat(4),
      fc.constantFrom('', 'Failed: ', 'The screen says (', 'tried twice, then '),
      fc.constantFrom('', '.', ') again', ', what now?'),
      (code, notation, before, behind) => {
        const answer = ask(`${before}${notations(code)[notation] ?? code}${behind}`);
        expect(answer.codes.map((one) => [one.code, one.isKnown])).toEqual([[code, true]]);
        expect(answer.found.length).toBeGreaterThan(0);
        for (const { entry } of answer.found) expect(entry.codes).toHaveProperty([code]);
      },
    ),
    { numRuns: 500 },
  );
});

test('a code that nothing is known of is unknown, and nothing is found by it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0x8000_0000, max: 0xffff_ffff }), (value) => {
      const code = `0x${value.toString(16)}`;
      fc.pre(!known.includes(code));
      expect(ask(`Error ${code}`)).toMatchObject({ codes: [{ code, isKnown: false }], found: [] });
    }),
  );
});

describe('what part of Windows an unknown code comes from is said where it can be told', () => {
  test.each([
    ['0x80180fff', /enrollment/],
    ['0x801c0fff', /Microsoft Entra/],
    ['0x80070fff', /error 4095 of Windows/],
    ['0x81030fff', /Windows Autopilot/],
    ['0x87d30fff', /agent/],
  ])('%s', (code, sentence) => {
    expect(ask(code).codes[0]?.facility).toMatch(sentence);
  });
  test('and else not', () => expect(ask('0x89990001').codes[0]?.facility).toBeNull());
});

test.each([
  ['event 171', 'tpm.events'],
  ['Event ID 815', 'profile.none-event'],
  ['808', 'import.other-tenant'],
  ['ZtdDeviceDuplicated', 'import.duplicated'],
  ['exit code 1618', 'app.msi'],
  ['IsAutopilotDisabled', 'registry.autopilot'],
  ['TenantMatched=0', 'registry.autopilot'],
  ['KB5013943', 'tpm.windows-too-old'],
])('%j is found as a symptom', (text, id) => {
  expect(idsFor(text)).toContain(id);
});

test.each([
  ['TPM VULNERABLE', 'tpm.vulnerable'],
  ['tpm vuln', 'tpm.vulnerable'],
  ['stuck at 100 %', 'preparation.stuck-100'],
  ['white status page', 'hybrid.white-page'],
  ['laps', 'after.laps'],
  ['kiosk sign in', 'after.kiosk-autologon'],
  ['fix pending', 'profile.fix-pending'],
])('%j is found by its words, best first', (text, id) => {
  expect(idsFor(text)[0]).toBe(id);
});

test('nothing is found where a word stands nowhere, or where there are no words at all', () => {
  expect(idsFor('tpm zebra')).toEqual([]);
  expect(idsFor('')).toEqual([]);
  expect(idsFor('the error code is')).toEqual([]);
});

test('whatever is asked, it is answered', () => {
  fc.assert(fc.property(fc.string(), (text) => ask(text).found.length <= entries.length));
});

test('a code is told in every notation that differs, and one that is unknown is called so', () => {
  const asked = { isKnown: false, facility: null };
  expect(askedCodeWords({ ...asked, code: '0x12345678', signed: 305_419_896, unsigned: 305_419_896 })).toBe(
    '0x12345678 (305419896) is unknown to Reseal.',
  );
  expect(
    askedCodeWords({ ...asked, code: '0x80180014', signed: -2_145_910_764, unsigned: 2_149_056_532, isKnown: true }),
  ).toBe('0x80180014 (-2145910764, 2149056532)');
});
