import type { SqliteDatabase } from '../../store/sqlite.ts';

/** Something that will happen to the tenant at a virtual time, however many restarts lie between. */
export interface DueEvent {
  readonly id: number;
  readonly dueAt: number;
  readonly kind: DueEventKind;
  readonly subject: string;
  /** JSON, by kind. */
  readonly detail: string;
}

export type DueEventKind =
  | 'importPending'
  | 'importFinished'
  | 'deviceListed'
  | 'entraDeviceMade'
  | 'profileStep'
  | 'changeVisible'
  | 'deviceRemoved'
  | 'managedDeviceRemoved'
  | 'associationRemoved'
  | 'syncFinished';

export interface DueEvents {
  add(kind: DueEventKind, subject: string, dueAt: number, detail?: string): void;
  /** The earliest event that is due, removed from the list. */
  takeDue(now: number): DueEvent | undefined;
  isAnyDue(now: number): boolean;
  /** When the last event of this kind and subject is due. */
  lastDueAt(kind: DueEventKind, subject: string): number | null;
  /** Makes everything of these kinds due now. */
  hasten(kinds: readonly DueEventKind[], now: number): void;
}

/** What is to happen later, in the database: a tenant that was stopped goes on where it was. */
export function openDueEvents(database: SqliteDatabase): DueEvents {
  const add = database.prepare<[number, string, string, string]>(
    'INSERT INTO due_event (due_at, kind, subject, detail) VALUES (?, ?, ?, ?)',
  );
  const take = database.prepare<[number], DueEvent>(`
    DELETE FROM due_event
     WHERE id = (SELECT id FROM due_event WHERE due_at <= ? ORDER BY due_at, id LIMIT 1)
    RETURNING id, due_at AS dueAt, kind, subject, detail`);
  const anyDue = database.prepare<[number], { readonly id: number }>(
    'SELECT id FROM due_event WHERE due_at <= ? LIMIT 1',
  );
  const last = database.prepare<[string, string], { readonly dueAt: number | null }>(
    'SELECT max(due_at) AS dueAt FROM due_event WHERE subject = ? AND kind = ?',
  );
  const hasten = database.prepare<[number, string, number]>(
    'UPDATE due_event SET due_at = ? WHERE kind = ? AND due_at > ?',
  );

  return {
    add: (kind, subject, dueAt, detail = '{}') => void add.run(dueAt, kind, subject, detail),
    takeDue: (now) => take.get(now),
    isAnyDue: (now) => anyDue.get(now) !== undefined,
    lastDueAt: (kind, subject) => last.get(subject, kind)?.dueAt ?? null,
    hasten(kinds, now) {
      for (const kind of kinds) hasten.run(now, kind, now);
    },
  };
}
