import type { z } from 'zod';
import { PracticeError, type GraphRequest } from './graphMessages.ts';

/** Reads a request's body by its schema, or refuses as Graph does: 400 and little help. */
export function readBody<Schema extends z.ZodType>(request: GraphRequest, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  // The path of a property is safe to repeat; its value might be a hardware hash.
  const where = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
  throw new PracticeError(400, 'BadRequest', `Bad request: the property '${where}' is not valid for this request.`);
}
