import { hashIssue, type HashIssue } from './hashIssues.ts';
import type { HashReading } from './readHashText.ts';
import type { HashRepair } from './repairHashText.ts';

/** What a console or a page puts in place of what does not fit; the last one is UTF-8 that was read as windows-1252. */
const ELLIPSIS = /\.{2,}|…|â€¦/;
const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;

/** Why a text cannot be used as a hardware hash; null where it can. Never repeats the text. */
export function problemIssue({ text, problem, container }: HashReading): HashIssue | null {
  if (problem === null) return null;
  const left = /^\{?T0[E-H]/i.test(text) ? text.search(ELLIPSIS) : -1;
  if (left >= 0) return hashIssue('hash.cut-by-screen', { characters: left });
  if (!/^T0[E-H]/.test(text) && container.total === null) return notAHash(text);
  if (lostLetterCase(text)) return hashIssue('hash.letter-case', { letters: 'one' });
  switch (problem.kind) {
    case 'character':
      return hashIssue('hash.character', { position: problem.at + 1, character: text.charAt(problem.at) });
    case 'length':
      return hashIssue('hash.length', { characters: text.length });
    case 'not-a-hash':
      return notAHash(text);
    case 'cut': {
      const needed = Math.ceil((problem.neededBytes * 4) / 3);
      return hashIssue('hash.cut-off', { characters: text.length, needed });
    }
    case 'record':
      return hashIssue('hash.record-damaged', { type: problem.type });
    case 'no-checksum':
      return hashIssue('hash.checksum-missing');
    case 'checksum':
      return hashIssue('hash.checksum');
  }
}

/** What was mended. */
export function repairIssue(repair: HashRepair): HashIssue {
  return hashIssue(`hash.${repair}`);
}

function notAHash(text: string): HashIssue {
  if (text === '') return hashIssue('hash.empty');
  if (/^t0[e-h]/.test(text)) return hashIssue('hash.letter-case', { letters: 'lower' });
  return hashIssue('hash.not-a-hash', { looksLike: guess(text) });
}

function guess(text: string): 'guid' | 'productKeyId' | 'serialNumber' | 'other' {
  if (GUID.test(text)) return 'guid';
  if (/^\d{13}$/.test(text)) return 'productKeyId';
  if (/^[0-9A-Z-]{5,30}$/i.test(text) && /\d/.test(text)) return 'serialNumber';
  return 'other';
}

/** A real hash mixes both cases; the fill is all `A`, so only the part before it counts. */
function lostLetterCase(text: string): boolean {
  const start = text.slice(0, 400);
  return start.length >= 100 && (!/[a-z]/.test(start) || !/[A-Z]/.test(start.slice(3)));
}
