/** What a list is filtered by: SQL, and the values that it names. */
export interface Conditions {
  /** Only rows of which the column has this value; any, where there is none. */
  readonly equal: (column: string, value: string | undefined) => void;
  /** Only rows of which the column has one of these values; any, where they are not given. */
  readonly oneOf: (column: string, values: readonly string[] | undefined) => void;
  /** A condition of its own, and the value that it names. */
  readonly add: (condition: string, name: string, value: string) => void;
  /** A condition that names no value. */
  readonly fact: (condition: string) => void;
  readonly where: () => string;
  readonly values: Readonly<Record<string, string>>;
}

/** Conditions on a table. Values are only ever named, never part of the SQL; columns are. */
export function createConditions(table: string, first = 'true'): Conditions {
  const conditions = [first];
  const values: Record<string, string> = {};

  function add(condition: string, name: string, value: string): void {
    conditions.push(condition);
    values[name] = value;
  }

  return {
    add,
    equal(column, value) {
      if (value !== undefined) add(`${table}.${column} = @${column}`, column, value);
    },
    oneOf(column, wanted) {
      if (wanted === undefined) return;
      add(`${table}.${column} IN (SELECT value FROM json_each(@${column}))`, column, JSON.stringify(wanted));
    },
    fact: (condition) => {
      conditions.push(condition);
    },
    where: () => conditions.join(' AND '),
    values,
  };
}

/** What a person chose of a list of values: none chosen is no condition. */
export function chosen<Value>(values: readonly Value[] | undefined): readonly Value[] | undefined {
  return values?.length === 0 ? undefined : values;
}
