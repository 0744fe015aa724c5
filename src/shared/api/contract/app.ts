import { z } from 'zod';
import { folderAccess } from '../../app/folderAccess.ts';
import { nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

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
  /** A copy of the database beside the data folder's other backups. */
  'app.backup': command(nothing, z.object({ file: z.string() })),
};

export type AppHandlers = HandlersOf<typeof appProcedures>;
