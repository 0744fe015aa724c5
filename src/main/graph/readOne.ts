import type { z } from 'zod';
import type { BatchOutcome } from './batch.ts';
import { parseAnswer, type GraphCall } from './graphCall.ts';
import type { GraphClient } from './graphClient.ts';
import { GraphError } from './graphError.ts';

const NOT_FOUND = 404;

/** One thing, or null where Graph does not know it (yet). */
export async function readOne<Value>(
  client: GraphClient,
  call: GraphCall,
  schema: z.ZodType<Value>,
  signal: AbortSignal,
): Promise<Value | null> {
  const answer = await client.send({ ...call, acceptedStatuses: [NOT_FOUND] }, signal);
  return answer.status === NOT_FOUND ? null : parseAnswer(schema, answer);
}

/** One thing that a batch asked for: null where Graph does not know it (yet), the error where it failed. @param what “a user”, say */
export function readOutcome<Value>(
  outcome: BatchOutcome,
  schema: z.ZodType<Value>,
  what: string,
): Value | GraphError | null {
  if (!outcome.ok) return outcome.error.kind === 'notFound' ? null : outcome.error;
  const parsed = schema.safeParse(outcome.body);
  return parsed.success
    ? parsed.data
    : new GraphError(`Microsoft Graph described ${what} in a way this version of Reseal does not understand.`, {
        kind: 'protocol',
      });
}

/** Deletes by id; a thing that is not there any more counts as done. */
export async function deleteOne(client: GraphClient, call: GraphCall, signal: AbortSignal): Promise<'done' | 'gone'> {
  const answer = await client.send({ ...call, acceptedStatuses: [NOT_FOUND] }, signal);
  return answer.status === NOT_FOUND ? 'gone' : 'done';
}
