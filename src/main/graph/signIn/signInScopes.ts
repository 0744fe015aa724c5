import type { Permission } from '../../../shared/directory/permissions.ts';

/**
 * What every sign-in asks for: the permissions that any account may accept by itself. A single permission that the
 * account may not accept would make the whole sign-in fail. Permissions that an administrator has granted come without
 * asking; a person asks for each of the others by name.
 */
export const signInScopes: readonly Permission[] = ['User.Read'];
