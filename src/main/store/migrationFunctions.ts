import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { digestOf } from '../../shared/audit/auditRow.ts';
import { addressesIn, withReplaced, wordsIn } from '../../shared/audit/pseudonym.ts';
import { digestOfText, pseudonymOf } from './digestOfText.ts';

const replacements = z.record(z.string(), z.string());
const digested = z.tuple([
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
]);
const list = z.array(z.string());

/** What steps need and SQL cannot say. A released step relies on them: their results must stay the same. */
export function addMigrationFunctions(database: Database): void {
  const options = { deterministic: true, directOnly: true };
  database.function('audit_digest', { ...options, varargs: true }, (...values) => {
    const [id, at, who, account, action, sentence, subjects, previous] = digested.parse(values);
    const row = { id, at, who, account, action, sentence, subjects: list.parse(JSON.parse(subjects)), previous };
    return digestOf(row, digestOfText);
  });
  database.function('addresses_in', options, (text: string | null) => JSON.stringify(addressesIn(text ?? '')));
  database.function('words_in', options, (text) => JSON.stringify(wordsIn(String(text))));
  database.function('person_pseudonym', options, (key, address) => pseudonymOf(String(key), String(address)));
  database.function('with_replaced', options, (text: string | null, by: string | null) =>
    text === null || by === null ? text : withReplaced(text, Object.entries(replacements.parse(JSON.parse(by)))),
  );
}
