import { z } from 'zod';
import { foldForSearch } from '../../shared/devices/searchText.ts';
import { deviceFields } from '../../shared/devices/device.ts';
import { schemasFor } from '../../shared/devices/deviceField.ts';
import { deviceReader } from './deviceRow.ts';
import type { Store } from './store.ts';

/** Letters that the index of a text holds together; fewer are looked for text by text. */
const INDEXED_LETTERS = 3;

const searchedFields = z.object(schemasFor(deviceFields, 'search'));
const searchedPart = searchedFields.partial();
/** What the queue's search looks into. */
export type SearchedFields = Readonly<z.infer<typeof searchedFields>>;
const searchedNames = searchedFields.keyof().options;

/** Whether a change of a device changes what it is found by. */
export const isFoundOtherwise = (before: SearchedFields, after: SearchedFields): boolean =>
  searchedNames.some((name) => before[name] !== after[name]);

const searchedRows = deviceReader(searchedFields);
const presentRow = searchedFields.extend({ key: z.number(), tenantId: z.string() });
const keyed = presentRow.pick({ key: true });
const texts = z.array(z.object({ key: z.number(), text: z.string() }));
const READ_AT_ONCE = 1_000;

/** Rows of `device` as SQL, and the values that it names. */
export interface Hits {
  /** Selects the keys (`device.rowid`). */
  readonly select: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The words by which devices are found. A text is searched at once when it is written, and comes into the index of its
 * triples of letters later (`indexSome`): an import does not wait for that.
 */
export function createDeviceSearch({ database, setAside }: Pick<Store, 'database' | 'setAside'>) {
  const put = (rows: string) =>
    database.prepare(`
      INSERT INTO device_text (key, tenant_id, text) ${rows}
      ON CONFLICT DO UPDATE SET text = excluded.text, is_indexed = 0 WHERE text <> excluded.text`);
  const add = put('VALUES (@key, @tenantId, @text)');
  const again = put('SELECT rowid, tenant_id, @text FROM device WHERE id = @id AND removed_at IS NULL');
  const remove = ['device_text WHERE key', 'device_trigram WHERE rowid'].map((row) =>
    database.prepare(`DELETE FROM ${row} = (SELECT rowid FROM device WHERE id = ?)`),
  );
  const removeIndexed = database.prepare('DELETE FROM device_trigram WHERE rowid = ?');
  const toIndex = database.prepare('SELECT key, text FROM device_text WHERE is_indexed = 0 LIMIT ?');
  const index = database.prepare('INSERT INTO device_trigram (rowid, text) VALUES (@key, @text)');
  const optimize = database.prepare("INSERT INTO device_trigram (device_trigram) VALUES ('optimize')");
  const setIndexed = database.prepare('UPDATE device_text SET is_indexed = 1 WHERE key = ?');
  const somePresent = database.prepare(
    `SELECT rowid AS key, tenant_id AS tenantId, ${searchedRows.columns} FROM device
      WHERE rowid > ? AND removed_at IS NULL ORDER BY rowid LIMIT ${READ_AT_ONCE}`,
  );

  const addRow = (key: number, tenantId: string, device: Partial<SearchedFields>): void =>
    void add.run({ key, tenantId, text: textOf(device) });

  return {
    /** @param key the row number of a new device */
    add: addRow,
    /** What a device is found by has changed, or it came back to the queue. */
    putAgain: (id: string, device: SearchedFields): void => void again.run({ id, text: textOf(device) }),
    /** A device off the queue is not found. */
    remove: (id: string): void => remove.forEach((statement) => statement.run(id)),
    /** Writes the texts of all devices anew, where they come out otherwise. Belongs in a transaction. */
    restate(): void {
      let rows = somePresent.all(0);
      for (; rows.length > 0; rows = somePresent.all(keyed.parse(rows.at(-1)).key)) {
        for (const { key, tenantId, ...device } of setAside.rows('device', presentRow, rows))
          addRow(key, tenantId, device);
      }
    },
    /** Merges the index, so that nothing of texts that were changed or deleted stays in it. Belongs in a transaction. */
    forgetDeleted: (): void => void optimize.run(),
    hasToIndex: (): boolean => toIndex.get(1) !== undefined,
    /** Brings some texts into the index; false when all are in it. Belongs in a transaction. */
    indexSome(most: number): boolean {
      const rows = texts.parse(toIndex.all(most));
      for (const { key, text } of rows) {
        removeIndexed.run(key);
        index.run({ key, text });
        setIndexed.run(key);
      }
      return rows.length === most;
    },
  };
}

/**
 * The devices in whose texts each of the words stands.
 * @param words folded as `foldForSearch` does; at least one
 */
export function hitsOf(words: readonly string[]): Hits {
  const values = Object.fromEntries(words.map((word, number) => [`word${number}`, word]));
  const all = words.map((_, number) => `instr(device_text.text, @word${number}) > 0`);
  const isIndexed = (word: string): boolean => Array.from(word).length >= INDEXED_LETTERS;
  if (!words.some(isIndexed)) return { select: `SELECT key FROM device_text WHERE ${all.join(' AND ')}`, values };
  const short = all.filter((_, number) => !isIndexed(words[number] ?? ''));
  const phrases = words.filter(isIndexed).map((word) => `"${word.replaceAll('"', '""')}"`);
  const inIndex =
    short.length === 0
      ? `SELECT rowid AS key FROM device_trigram WHERE device_trigram MATCH @phrases
           AND rowid NOT IN (SELECT key FROM device_text WHERE is_indexed = 0)`
      : `SELECT key FROM device_trigram JOIN device_text ON key = device_trigram.rowid AND is_indexed = 1
          WHERE device_trigram MATCH @phrases AND ${short.join(' AND ')}`;
  return {
    select: `${inIndex} UNION ALL SELECT key FROM device_text WHERE is_indexed = 0 AND ${all.join(' AND ')}`,
    values: { ...values, phrases: phrases.join(' AND ') },
  };
}

/** One line for each thing that is searched, so that no word runs from one into the next. */
const textOf = (device: Partial<SearchedFields>): string =>
  Object.values(searchedPart.parse(device))
    .flatMap((value) => (value === null || value === undefined ? [] : [foldForSearch(value)]))
    .join('\n');
