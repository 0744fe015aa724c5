import type { z } from 'zod';
import { parseAnswer, type GraphCall } from './graphCall.ts';
import type { GraphClient } from './graphClient.ts';

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

/** Deletes by id; a thing that is not there any more counts as done. */
export async function deleteOne(client: GraphClient, call: GraphCall, signal: AbortSignal): Promise<'done' | 'gone'> {
  const answer = await client.send({ ...call, acceptedStatuses: [NOT_FOUND] }, signal);
  return answer.status === NOT_FOUND ? 'gone' : 'done';
}
