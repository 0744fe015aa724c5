import { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';

/** A row that holds what this program does not know: no value of it, which may be a person's. */
export interface UnreadableRow {
  readonly table: string;
  readonly column: string;
  readonly id: string | null;
  readonly serialNumber: string | null;
}

/** A row of the queue cannot be read; the others can. */
export class UnreadableRowError extends AppError {
  readonly row: UnreadableRow;

  constructor(row: UnreadableRow, cause: unknown) {
    const name = row.serialNumber ?? row.id;
    super(
      'damaged',
      `A row of “${row.table}”${name === null ? '' : ` (${name})`} cannot be read: its ${row.column} holds what this Reseal does not know.`,
      { remedy: 'Open the queue with the Reseal that wrote it, or restore a backup: Settings › Backups.', cause },
    );
    this.name = 'UnreadableRowError';
    this.row = row;
  }
}

const text = z.string().nullish().catch(null);
/** What rows are known by, the nearest first; where they have none of these, they are named by their table alone. */
const named = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  previewId: text,
  ztdId: text,
  deviceId: text,
  tenantId: text,
  serialNumber: text,
});

/**
 * A row as its schema has it.
 * @throws UnreadableRowError where it holds something else
 */
export function readRow<Value>(table: string, schema: z.ZodType<Value>, row: unknown): Value {
  try {
    return schema.parse(row);
  } catch (cause) {
    throw unreadable(table, row, cause);
  }
}

/** @param cause why it does not fit its schema, or the name of the column where something else tells */
export function unreadable(table: string, row: unknown, cause: unknown): UnreadableRowError {
  const { id, previewId, ztdId, deviceId, tenantId, serialNumber } = named.catch({}).parse(row);
  const path = cause instanceof z.ZodError ? cause.issues[0]?.path[0] : cause;
  const column = typeof path === 'string' ? path : 'text';
  return new UnreadableRowError(
    { table, column, id: id ?? previewId ?? ztdId ?? deviceId ?? tenantId ?? null, serialNumber: serialNumber ?? null },
    cause,
  );
}

/** Rows that could not be read since the queue was opened. */
export interface SetAside {
  readonly list: () => readonly UnreadableRow[];
  /** Leaves out of `rows` those that cannot be read, and remembers them. */
  readonly readable: <Row, Value>(rows: readonly Row[], read: (row: Row) => Value) => Value[];
  /** The same for rows of a table, as a schema has them. */
  readonly rows: <Value>(table: string, schema: z.ZodType<Value>, rows: readonly unknown[]) => Value[];
  /** The same for one row; null where there is none, or it cannot be read. */
  readonly row: <Value>(table: string, schema: z.ZodType<Value>, row: unknown) => Value | null;
  /** What `read` finds; null where it comes upon a row that cannot be read. */
  readonly orNull: <Value>(read: () => Value) => Value | null;
  /** Remembers a row of which a part is left out. */
  readonly note: (row: UnreadableRow) => void;
  /** Called once for each row, at its first time. */
  readonly onFound: (listener: (row: UnreadableRow) => void) => void;
}

export function createSetAside(): SetAside {
  const found = new Map<string, UnreadableRow>();
  const listeners: ((row: UnreadableRow) => void)[] = [];

  function note(row: UnreadableRow): void {
    const { table, column, id, serialNumber } = row;
    const key = JSON.stringify([table, column, id ?? serialNumber]);
    if (found.has(key)) return;
    found.set(key, row);
    for (const listener of listeners) listener(row);
  }

  function readable<Row, Value>(rows: readonly Row[], read: (row: Row) => Value): Value[] {
    return rows.flatMap((row) => {
      const one = orNull(() => ({ value: read(row) }));
      return one === null ? [] : [one.value];
    });
  }

  function orNull<Value>(read: () => Value): Value | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UnreadableRowError)) throw error;
      note(error.row);
      return null;
    }
  }

  return {
    list: () => [...found.values()],
    readable,
    rows: (table, schema, rows) => readable(rows, (row) => readRow(table, schema, row)),
    row: (table, schema, row) => (row === undefined ? null : orNull(() => readRow(table, schema, row))),
    orNull,
    note,
    onFound: (listener) => {
      for (const row of found.values()) listener(row);
      listeners.push(listener);
    },
  };
}
