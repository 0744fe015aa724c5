import type { Migration } from './migration.ts';

const holdsAddress = (column: string): string => `instr(${column}, '@') > 0`;
const inHistory = ['sentence', 'from_value', 'to_value'];
const people = '(SELECT json_group_object(address, pseudonym) FROM person)';
const texts = [
  `SELECT sentence AS text FROM audit_event WHERE ${holdsAddress('sentence')}`,
  ...inHistory.map((column) => `SELECT ${column} FROM device_event WHERE ${holdsAddress(column)}`),
].join(' UNION ALL ');

/**
 * Rows of the audit log vouch for each other and are never changed; rows from before are numbered and chained here. People and
 * devices stand in them, and people in histories, under pseudonyms, so that they can be erased. What is left of an erased device,
 * and which devices forget their users, has its place.
 */
export const auditChain: Migration = {
  version: 31,
  name: 'audit-chain',
  up: `
    CREATE TABLE person (
      pseudonym     TEXT PRIMARY KEY,
      key           TEXT,
      address       TEXT COLLATE NOCASE UNIQUE,
      name          TEXT,
      erased_at     TEXT,
      CHECK ((address IS NULL) = (key IS NULL))
    ) STRICT;
    INSERT INTO person (pseudonym, key, address)
      SELECT 'new:' || min(value), lower(hex(randomblob(32))), min(value)
        FROM (${texts}), json_each(addresses_in(text)) GROUP BY lower(value);
    UPDATE person SET pseudonym = person_pseudonym(key, address);
    ${inHistory
      .map(
        (column) =>
          `UPDATE device_event SET ${column} = with_replaced(${column}, ${people}) WHERE ${holdsAddress(column)};`,
      )
      .join('\n    ')}

    CREATE TEMP TABLE serial AS
      SELECT serial_number COLLATE NOCASE AS serial_number, min(id) AS id FROM device
       WHERE length(serial_number) > 3 GROUP BY serial_number COLLATE NOCASE;
    CREATE INDEX temp.serial_by_number ON serial (serial_number COLLATE NOCASE);
    CREATE TEMP TABLE named AS
      SELECT DISTINCT audit_event.id AS row, serial.serial_number, 'd:' || serial.id AS mark
        FROM audit_event, json_each(words_in(sentence)) JOIN serial ON serial.serial_number = value COLLATE NOCASE;
    CREATE INDEX temp.named_by_row ON named (row);
    CREATE TEMP TABLE old_audit (
      number INTEGER PRIMARY KEY, at TEXT, who TEXT, action TEXT, sentence TEXT, subjects TEXT
    );
    INSERT INTO old_audit
      SELECT row_number() OVER (ORDER BY id), at, who, action,
             with_replaced(
               CASE WHEN ${holdsAddress('sentence')} THEN with_replaced(sentence, ${people}) ELSE sentence END,
               (SELECT json_group_object(serial_number, mark) FROM named WHERE row = audit_event.id)),
             (SELECT json_group_array(mark) FROM named WHERE row = audit_event.id)
        FROM audit_event;
    DROP TABLE audit_event;
    CREATE TABLE audit_event (
      id            INTEGER PRIMARY KEY,
      at            TEXT NOT NULL,
      who           TEXT NOT NULL,
      account       TEXT NOT NULL,
      action        TEXT NOT NULL,
      sentence      TEXT NOT NULL,
      subjects      TEXT NOT NULL,
      previous      TEXT NOT NULL,
      digest        TEXT NOT NULL UNIQUE
    ) STRICT;
    WITH RECURSIVE chain (id, at, who, action, sentence, subjects, previous, digest) AS (
      SELECT number, at, who, action, sentence, subjects, '', audit_digest(number, at, who, '', action, sentence, subjects, '')
        FROM old_audit WHERE number = 1
      UNION ALL
      SELECT next.number, next.at, next.who, next.action, next.sentence, next.subjects, chain.digest,
             audit_digest(next.number, next.at, next.who, '', next.action, next.sentence, next.subjects, chain.digest)
        FROM chain JOIN old_audit AS next ON next.number = chain.id + 1
    )
    INSERT INTO audit_event (id, at, who, account, action, sentence, subjects, previous, digest)
      SELECT id, at, who, '', action, sentence, subjects, previous, digest FROM chain;
    DROP TABLE temp.old_audit;
    DROP TABLE temp.named;
    DROP TABLE temp.serial;

    CREATE TABLE audit_pruned (
      id            INTEGER PRIMARY KEY,
      digest        TEXT NOT NULL,
      at            TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_event_stays BEFORE UPDATE ON audit_event
      BEGIN SELECT RAISE(ABORT, 'a row of the audit log is never changed'); END;
    CREATE TRIGGER audit_event_is_kept BEFORE DELETE ON audit_event
      WHEN old.id > coalesce((SELECT max(id) FROM audit_pruned), 0)
      BEGIN SELECT RAISE(ABORT, 'a row of the audit log is never deleted'); END;
    CREATE TRIGGER audit_event_follows BEFORE INSERT ON audit_event
      WHEN new.id IS NOT 1 + max(coalesce((SELECT max(id) FROM audit_event), 0), coalesce((SELECT max(id) FROM audit_pruned), 0))
      BEGIN SELECT RAISE(ABORT, 'rows of the audit log are numbered without a gap'); END;
    CREATE TRIGGER audit_pruned_stays BEFORE UPDATE ON audit_pruned
      BEGIN SELECT RAISE(ABORT, 'what retention removed stays said'); END;
    CREATE TRIGGER audit_pruned_is_kept BEFORE DELETE ON audit_pruned
      BEGIN SELECT RAISE(ABORT, 'what retention removed stays said'); END;

    CREATE TABLE erased_device (
      id            TEXT PRIMARY KEY,
      key           TEXT NOT NULL,
      serial_digest TEXT NOT NULL,
      erased_at     TEXT NOT NULL,
      erased_by     TEXT NOT NULL,
      reason        TEXT NOT NULL
    ) STRICT;
    ALTER TABLE device ADD COLUMN user_erased_at TEXT;
  `,
};
