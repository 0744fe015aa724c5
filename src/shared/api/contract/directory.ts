import { z } from 'zod';
import { directoryUser } from '../../directory/directoryUser.ts';
import { permissionCheck } from '../../directory/permissionCheck.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const directoryProcedures = {
  'directory.checkPermissions': command(z.object({ id: z.uuid() }), permissionCheck),
  'directory.searchUsers': query(
    z.object({ tenantId: z.uuid(), search: z.string().trim().min(1).max(120) }),
    z.object({ users: z.array(directoryUser) }),
  ),
};

export type DirectoryHandlers = HandlersOf<typeof directoryProcedures>;
