import { z } from 'zod';
import type { Permission } from '../../../shared/directory/permissions.ts';
import { sendBatch } from '../batch.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import type { GraphVersion } from '../graphCall.ts';
import { readOutcome } from '../readOne.ts';
import { optionalText } from './wire.ts';

const named = z.object({ id: z.string().min(1), displayName: optionalText });

interface NamedThings {
  readonly version: GraphVersion;
  readonly scope: Permission;
  /** Where they are, without the id. */
  readonly path: string;
  /** What one of them is called where its answer cannot be read: “a group”, say. */
  readonly what: string;
}

/**
 * The names of things, twenty to a request, by id. A name is only for people, and takes a permission of its own: where it is
 * refused, or a thing is gone, the name is left out.
 */
export async function namesById(
  client: GraphClient,
  { version, scope, path, what }: NamedThings,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const calls = ids.map((id) => ({
    id,
    method: 'GET' as const,
    path: `${path}/${encodeURIComponent(id)}?$select=id,displayName`,
  }));
  try {
    const outcomes = await sendBatch(client, { version, scope, isRead: true, calls }, signal);
    return new Map(
      [...outcomes].flatMap(([id, outcome]) => {
        const thing = readOutcome(outcome, named, what);
        return thing === null || thing instanceof GraphError || thing.displayName === null
          ? []
          : [[id, thing.displayName] as const];
      }),
    );
  } catch (error) {
    if (error instanceof GraphError && error.kind === 'forbidden') return new Map();
    throw error;
  }
}
