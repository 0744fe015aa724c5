import { z } from 'zod';
import { folderAccess } from '../../app/folderAccess.ts';
import { nothing } from '../document.ts';
import { query, type HandlersOf } from '../procedure.ts';

export const appProcedures = {
  'app.about': query(
    nothing,
    z.object({
      version: z.string(),
      door: z.enum(['electron', 'loopback', 'cli', 'test']),
      dataFolder: z.string(),
      folderAccess,
      databaseBytes: z.number().int(),
      secretStore: z.enum(['queue', 'memory']),
    }),
  ),
};

export type AppHandlers = HandlersOf<typeof appProcedures>;
