import type { Permission } from '../../../shared/directory/permissions.ts';

/**
 * What every sign-in asks for: what any account may accept by itself, since one permission that nobody may grant would
 * refuse the whole sign-in. What an administrator has granted is had without asking; the rest a person asks for by name.
 */
export const signInScopes: readonly Permission[] = ['User.Read'];
