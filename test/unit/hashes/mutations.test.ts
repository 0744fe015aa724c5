import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { inspectHardwareHash } from '../../../src/shared/hashes/inspectHardwareHash.ts';
import { seededNumbers, type SeededNumbers } from '../../rigs/faults/seededNumbers.ts';
import { inventedDevice, inventedHash, sha256 } from '../../rigs/inventedDevices.ts';
import { contentCharacters } from './sampleDevice.ts';

/** `RESEAL_MUTATIONS=90000` for the figure that docs/security.md states; `RESEAL_MUTATIONS_SEED` for other places and letters. */
const MUTATIONS = Number(process.env['RESEAL_MUTATIONS'] ?? 6_000);
const SEED = Number(process.env['RESEAL_MUTATIONS_SEED'] ?? 1);
const INVENTED = 20;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const LETTERS = ALPHABET.split('');

type Mutation = (hash: string, at: number, numbers: SeededNumbers) => string;

const otherCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

const mutations: Readonly<Record<string, Mutation>> = {
  substitute: (hash, at, { pick }) => `${hash.slice(0, at)}${pick(LETTERS)}${hash.slice(at + 1)}`,
  insert: (hash, at, { pick }) => `${hash.slice(0, at)}${pick(LETTERS)}${hash.slice(at)}`,
  delete: (hash, at) => `${hash.slice(0, at)}${hash.slice(at + 1)}`,
  swap: (hash, at, { between }) => {
    const other = between(0, contentCharacters(hash) - 1);
    const [first, last] = [Math.min(at, other), Math.max(at, other)];
    if (first === last) return hash;
    return `${hash.slice(0, first)}${hash.charAt(last)}${hash.slice(first + 1, last)}${hash.charAt(first)}${hash.slice(last + 1)}`;
  },
  case: (hash, at) => `${hash.slice(0, at)}${otherCase(hash.charAt(at))}${hash.slice(at + 1)}`,
  truncate: (hash, at) => hash.slice(0, at),
};

// Hashes of real structure are kept beside the project and never inside it.
const fixtures = resolve('../shared/fixtures/hashes');
const now = new Date('2026-11-22T12:00:00Z');
const inspect = (text: string) => inspectHardwareHash(text, { sha256, now });

/** Sound ones, each with the only text that may ever be kept of it. */
function originals(): { readonly hash: string; readonly canonical: string }[] {
  const invented = Array.from({ length: INVENTED }, (_, number) => inventedHash(inventedDevice(number)));
  const files = existsSync(fixtures) ? readdirSync(fixtures).filter((name) => name.endsWith('.txt')) : [];
  const real = files.map((name) => readFileSync(join(fixtures, name), 'utf8').trim());
  return [...invented, ...real].flatMap((hash) => {
    const { canonical } = inspect(hash);
    return canonical === null ? [] : [{ hash, canonical }];
  });
}

test(`of ${MUTATIONS} mutated hashes none is accepted as another hash`, () => {
  const numbers = seededNumbers(SEED);
  const sound = originals();
  expect(sound.length).toBeGreaterThanOrEqual(INVENTED);
  const kinds = Object.entries(mutations);
  const seen = { refused: 0, mended: 0, acceptedAsAnother: [] as string[] };
  const count = (): number => seen.refused + seen.mended + seen.acceptedAsAnother.length;
  for (let turn = 0; count() < MUTATIONS; turn += 1) {
    const [kind, mutate] = numbers.pick(kinds);
    const { hash, canonical } = numbers.pick(sound);
    // Behind payload and checksum there are only zeros, which say nothing.
    const at = numbers.between(0, contentCharacters(hash) - 1);
    const mutated = mutate(hash, at, numbers);
    if (mutated === hash) continue;
    const found = inspect(mutated).canonical;
    if (found === null) seen.refused += 1;
    else if (found === canonical) seen.mended += 1;
    else seen.acceptedAsAnother.push(`${kind} at ${at}, turn ${turn} of seed ${SEED}`);
  }
  expect(seen.acceptedAsAnother).toEqual([]);
  expect(count()).toBe(MUTATIONS);
  // What is found right all the same lost or doubled a zero at the end of the checksum.
  expect(seen.mended).toBeLessThan(MUTATIONS / 100);
});
