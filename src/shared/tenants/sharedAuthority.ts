/** What Entra takes in place of a directory to mean more than one (Microsoft Learn: "OAuth 2.0 protocols", {tenant}). */
const sharedAuthorities: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

export const SHARED_AUTHORITY =
  'This stands for the accounts of many tenants. Enter the ID of one tenant, or one of its domains.';

/** Whether the name stands for many directories, where one tenant is meant. */
export function isSharedAuthority(name: string): boolean {
  return sharedAuthorities.has(name.trim().toLowerCase());
}
