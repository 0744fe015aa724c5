import { z } from 'zod';

/** A key as a thread is given it: bytes without Node's buffer around them. Threads of one process share memory, so it leaves it nowhere. */
export const threadKey = z
  .object({
    cipher: z.enum(['aegis', 'sqlcipher']),
    bytes: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes)),
    id: z.string(),
  })
  .nullable();
