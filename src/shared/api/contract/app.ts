import { z } from 'zod';
import { nothing } from '../document.ts';
import { query, type HandlersOf } from '../procedure.ts';

export const appProcedures = {
  'app.about': query(
    nothing,
    z.object({
      version: z.string(),
      door: z.enum(['electron', 'loopback', 'cli', 'test']),
      dataFolder: z.string(),
      databaseBytes: z.number().int(),
      secretStore: z.enum(['secretStore', 'memory']),
    }),
  ),
};

export type AppHandlers = HandlersOf<typeof appProcedures>;
