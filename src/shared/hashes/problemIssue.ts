import { neutralFormatter } from '../format/neutralFormatter.ts';
import type { Issue } from '../intake/issue.ts';
import { hashIssue } from './hashIssues.ts';
import type { HashReading } from './readHashText.ts';
import type { HashRepair } from './repairHashText.ts';

const AGAIN = 'Export it again on the device.';
const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;

/** Says in one sentence why a text cannot be used as a hardware hash; null where it can. Never repeats the text. */
export function problemIssue({ text, problem, container }: HashReading): Issue | null {
  if (problem === null) return null;
  if (!/^T0[E-H]/.test(text) && container.total === null) return notAHash(text);
  if (lostLetterCase(text)) {
    return hashIssue('hash.letter-case', `The hash was turned into one letter case, which cannot be undone. ${AGAIN}`);
  }
  switch (problem.kind) {
    case 'character':
      return hashIssue(
        'hash.character',
        `The hash is damaged at character ${neutralFormatter.number(problem.at + 1)} (${shown(text.charAt(problem.at))}). ${AGAIN}`,
      );
    case 'length':
      return hashIssue(
        'hash.length',
        `A character of the hash is missing or doubled: ${neutralFormatter.number(text.length)} cannot be right. ${AGAIN}`,
      );
    case 'not-a-hash':
      return notAHash(text);
    case 'cut': {
      const needed = Math.ceil((problem.neededBytes * 4) / 3);
      return hashIssue(
        'hash.cut-off',
        `The hash is cut off: ${neutralFormatter.number(text.length)} of at least ${neutralFormatter.number(needed)} characters. ${AGAIN}`,
      );
    }
    case 'record': {
      const where = problem.type === null ? 'after its last record' : `at record type ${problem.type}`;
      return hashIssue('hash.record-damaged', `The hash is damaged ${where}. ${AGAIN}`);
    }
    case 'no-checksum':
      return hashIssue(
        'hash.checksum-missing',
        `The hash is damaged: its checksum is not where it should be. ${AGAIN}`,
      );
    case 'checksum':
      return hashIssue('hash.checksum', `The hash is damaged or was edited: its checksum is wrong. ${AGAIN}`);
  }
}

const REPAIRS: Readonly<Record<HashRepair, readonly [message: string, repair: string]>> = {
  'percent-encoding': ['The hash was percent-encoded, as in a web address.', 'Percent-encoding undone.'],
  prefix: ['There was other text in front of the hash.', 'Text in front of the hash removed.'],
  'url-safe': ['The hash was written in the URL-safe alphabet.', 'Standard alphabet restored.'],
  spaces: ['The plus signs of the hash had become spaces.', 'Plus signs restored.'],
  'trailing-a': ['The last A of the hash was missing or doubled.', 'Trailing A corrected.'],
  fill: ['The trailing As of the hash were missing.', 'Trailing As restored.'],
  padding: [
    'The equals signs at the end did not fit the length; Intune would answer "Edm.Binary".',
    'Equals signs corrected.',
  ],
};

/** Says what was mended. */
export function repairIssue(repair: HashRepair): Issue {
  const [message, mended] = REPAIRS[repair];
  return hashIssue(`hash.${repair}`, `${message} The checksum is right after the repair.`, mended);
}

function notAHash(text: string): Issue {
  if (text === '') return hashIssue('hash.empty', 'There is no hardware hash here. Export it on the device.');
  if (/^t0[e-h]/.test(text)) {
    return hashIssue('hash.letter-case', `The hash was turned into lower case, which cannot be undone. ${AGAIN}`);
  }
  return hashIssue('hash.not-a-hash', `${guess(text)}, not a hardware hash. Check that the right column was taken.`);
}

function guess(text: string): string {
  if (GUID.test(text)) return 'This is a GUID';
  if (/^\d{13}$/.test(text)) return 'This looks like a product key ID';
  if (/^[0-9A-Z-]{5,30}$/i.test(text) && /\d/.test(text)) return 'This looks like a serial number';
  return 'This is some other text';
}

/** A real hash mixes both cases; the fill is all `A`, so only the part before it counts. */
function lostLetterCase(text: string): boolean {
  const start = text.slice(0, 400);
  return start.length >= 100 && (!/[a-z]/.test(start) || !/[A-Z]/.test(start.slice(3)));
}

function shown(character: string): string {
  const code = character.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? `“${character}”` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
