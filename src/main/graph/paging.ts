import { z } from 'zod';
import { parseAnswer, type GraphCall } from './graphCall.ts';
import type { GraphClient } from './graphClient.ts';
import { GraphError } from './graphError.ts';

/** A loop of next links may pass through pages that bring nothing at all. */
const MOST_EMPTY_PAGES = 20;
/** No tenant has as many of anything that Reseal reads; whoever sends more never ends. */
const MOST_ROWS = 1_000_000;
const MOST_PAGES = 20_000;

const collection = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

/**
 * The pages of a collection, each row once. Reading stops when a next link repeats or a page brings nothing new: where
 * rows share a serial number, the Autopilot list can send the same page for ever (microsoft-graph-docs#8186). A row
 * that the schema cannot read is left out, since it has no id to act on. Returns false where reading stopped early or a
 * row was left out: a row that did not come may then still exist.
 * @throws GraphError `protocol` for a list that has new rows for ever
 */
export async function* readPages<Row extends { readonly id: string }>(
  client: GraphClient,
  call: GraphCall,
  rowSchema: z.ZodType<Row>,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[], boolean> {
  const knownIds = new Set<string>();
  const knownLinks = new Set<string>();
  let isWhole = true;
  let emptyPages = 0;
  let path: string | null = call.path;
  while (path !== null) {
    if (knownLinks.has(path)) return false;
    knownLinks.add(path);
    const page: z.output<typeof collection> = parseAnswer(collection, await client.send({ ...call, path }, signal));
    const readable = readRows(page.value, rowSchema);
    if (readable.length < page.value.length) isWhole = false;
    const rows = readable.filter((row) => !knownIds.has(row.id));
    for (const row of rows) knownIds.add(row.id);
    if (knownIds.size > MOST_ROWS || knownLinks.size > MOST_PAGES) throw endless();
    if (rows.length > 0) yield rows;
    path = page['@odata.nextLink'] ?? null;
    if (rows.length === 0 && page.value.length > 0) return isWhole && path === null;
    emptyPages = rows.length === 0 ? emptyPages + 1 : 0;
    if (emptyPages > MOST_EMPTY_PAGES) return false;
  }
  return isWhole;
}

function endless(): GraphError {
  return new GraphError(
    'A list of Microsoft Graph does not come to an end, so Reseal stopped reading it; ask whoever looks after the network what stands between here and Microsoft.',
    { kind: 'protocol', code: 'endlessList' },
  );
}

export interface Collected<Row> {
  readonly rows: readonly Row[];
  /** False where more rows may exist than came. */
  readonly isWhole: boolean;
}

/** All rows of a collection, and whether the whole collection came. */
export async function collect<Row>(pages: AsyncGenerator<readonly Row[], boolean>): Promise<Collected<Row>> {
  const rows: Row[] = [];
  let answer = await pages.next();
  for (; answer.done !== true; answer = await pages.next()) rows.push(...answer.value);
  return { rows, isWhole: answer.value };
}

/** All rows of a collection that is known to be small. */
export async function readAll<Row extends { readonly id: string }>(
  client: GraphClient,
  call: GraphCall,
  rowSchema: z.ZodType<Row>,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  return (await collect(readPages(client, call, rowSchema, signal))).rows;
}

/** The rows of one answer that has no further pages, such as an action's. */
export function readRows<Row>(values: readonly unknown[], rowSchema: z.ZodType<Row>): readonly Row[] {
  return values.flatMap((value) => {
    const row = rowSchema.safeParse(value);
    return row.success ? [row.data] : [];
  });
}
