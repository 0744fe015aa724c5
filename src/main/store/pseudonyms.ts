import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { addressesIn, withNames, withReplaced } from '../../shared/audit/pseudonym.ts';
import { deviceTitle } from '../../shared/devices/deviceTitle.ts';
import { subjectMark } from '../../shared/audit/auditRow.ts';
import { pseudonymOf } from './digestOfText.ts';
import type { Store } from './store.ts';

const KEY_BYTES = 32;

const person = z.object({ pseudonym: z.string(), address: z.string(), name: z.string().nullable() });
export type KnownPerson = z.infer<typeof person>;
const deviceRow = z.object({
  serialNumber: z.string().nullable(),
  productKeyId: z.string().nullable(),
  ztdId: z.string().nullable(),
});

/**
 * What stands for people and devices in records that outlive them: histories and the audit log hold a pseudonym, and the name
 * beside it is forgotten when it is erased. Every write belongs in a transaction.
 */
export function createPseudonyms({ database }: Pick<Store, 'database'>) {
  const byAddress = database.prepare('SELECT pseudonym, address, name FROM person WHERE address = ?');
  const byPseudonym = database.prepare(
    'SELECT pseudonym, address, name FROM person WHERE pseudonym = ? AND address IS NOT NULL',
  );
  const insert = database.prepare('INSERT INTO person (pseudonym, key, address) VALUES (@pseudonym, @key, @address)');
  const setName = database.prepare('UPDATE person SET name = @name WHERE pseudonym = @pseudonym AND name IS NOT @name');
  const named = database.prepare('SELECT pseudonym, address, name FROM person WHERE name IS NOT NULL');
  const forget = database.prepare(`
    UPDATE person SET key = NULL, address = NULL, name = NULL, erased_at = @at WHERE pseudonym = @pseudonym`);
  const device = database.prepare(`
    SELECT serial_number AS serialNumber, product_key_id AS productKeyId, ztd_id AS ztdId FROM device WHERE id = ?`);

  const withAddress = (address: string): KnownPerson | null => personOrNull(byAddress.get(address));

  function of(address: string): string {
    const known = withAddress(address);
    if (known !== null) return known.pseudonym;
    const key = randomBytes(KEY_BYTES).toString('hex');
    const pseudonym = pseudonymOf(key, address);
    insert.run({ pseudonym, key, address });
    return pseudonym;
  }

  function deviceName(deviceId: string): string | null {
    const row = device.get(deviceId);
    return row === undefined ? null : deviceTitle(deviceRow.parse(row));
  }

  function nameOf(mark: string): string | null {
    const key = mark.slice(subjectMark.device.length);
    return mark.startsWith(subjectMark.device)
      ? deviceName(key)
      : (personOrNull(byPseudonym.get(mark))?.address ?? null);
  }

  return {
    /** The pseudonym of an address, made where it has none. */
    of,
    withAddress,
    /** Keeps a person's name from the directory beside the address. */
    remember: (address: string, name: string): void => void setName.run({ pseudonym: of(address), name }),
    /** A text for a history: without the addresses in it. */
    hidePeople: (text: string): string =>
      withReplaced(
        text,
        addressesIn(text).map((address) => [address, of(address)] as const),
      ),
    /** A text for the audit log: without addresses, known names of people, and the serial numbers of the devices it is about. */
    hide(text: string, deviceIds: readonly string[]): string {
      const people = z.array(person).parse(named.all());
      const names = people.flatMap(({ name, pseudonym }) => (isFullName(name) ? [[name, pseudonym] as const] : []));
      const codes = deviceIds.flatMap((id) => {
        const row = device.get(id);
        if (row === undefined) return [];
        const known = deviceRow.parse(row);
        const all = [deviceTitle(known), known.serialNumber, known.productKeyId, known.ztdId];
        return all.flatMap((name) => (name === null ? [] : [[name, `${subjectMark.device}${id}`] as const]));
      });
      const isThere = ([name]: readonly [string, string]): boolean => text.toLowerCase().includes(name.toLowerCase());
      const addresses = addressesIn(text).map((address) => [address, of(address)] as const);
      return withReplaced(text, [...addresses, ...[...names, ...codes].filter(isThere)]);
    },
    /** A recorded text, with the names that were not erased. */
    show: (text: string): string => withNames(text, nameOf),
    /** The name of a person or device by its mark; null where it was erased. */
    nameOf,
    /** Forgets who a pseudonym stands for, for good. */
    forget: (pseudonym: string, at: Date): void => void forget.run({ pseudonym, at: at.toISOString() }),
  };
}

/** A first name alone may be a word: it is not looked for in texts. */
export const isFullName = (name: string | null): name is string => name !== null && /\S\s+\S/u.test(name);

const personOrNull = (row: unknown): KnownPerson | null => (row === undefined ? null : person.parse(row));
