import { z } from 'zod';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { isPermission, permissionUses, type Permission } from './permissions.ts';
import { oneOf } from '../oneOf.ts';

/** The work in Reseal that needs a permission of its own. */
export const workflow = z.enum([
  'followDevices',
  'checkProfiles',
  'changeDevices',
  'seeEnrollment',
  'deleteIntuneRecord',
  'findUsers',
  'seeUserLicences',
  'seeEntraDevice',
  'seeGroups',
  'seeApps',
  'checkPreparation',
  'checkPreparationScripts',
]);
export type Workflow = z.infer<typeof workflow>;

export const workflowWords: Readonly<Record<Workflow, string>> = {
  followDevices: 'Follow devices and their profiles',
  checkProfiles: 'Check deployment profiles',
  changeDevices: 'Register, change, synchronise and deregister devices',
  seeEnrollment: 'See enrollment and the deployment report',
  deleteIntuneRecord: 'Delete the Intune record when deregistering',
  findUsers: 'Find users',
  seeUserLicences: 'See whether a user is enabled and licensed',
  seeEntraDevice: 'Show the Entra device and its groups',
  seeGroups: 'Name the groups of a device, and check the device group of device preparation',
  seeApps: 'Name the apps of a status page, and check those of device preparation',
  checkPreparation: 'Check device preparation',
  checkPreparationScripts: 'Check the scripts of device preparation',
};

const permission = z.custom<Permission>((name) => typeof name === 'string' && isPermission(name));
/** Who can help where a granted permission is refused. */
const role = z.enum(['intune', 'directory']);
export type PermissionRole = z.infer<typeof role>;

/** What trying a permission has shown. */
export const permissionFinding = oneOf('code', () => [
  coded('directory.works', { permission }),
  coded('directory.administers'),
  coded('directory.appMayWrite', { permission }),
  coded('directory.roleMayWrite', { role }),
  coded('directory.notGranted', { permission }),
  coded('directory.appRefused', { permission }),
  coded('directory.roleRefused', { role }),
  /** Microsoft's own words. */
  coded('directory.microsoftSays', { message: z.string() }),
]);
export type PermissionFinding = z.infer<typeof permissionFinding>;

const roleWords: Readonly<Record<PermissionRole, string>> = {
  intune:
    'the account needs the Intune role Policy and Profile Manager or the custom role "Enrollment programs", and the tenant an Intune licence: ask an Intune administrator',
  directory: 'ask an Entra administrator to let the account read the directory',
};

const words: Catalogue<PermissionFinding> = {
  'directory.works': ({ permission: name }) => `Reseal uses it ${permissionUses[name]}.`,
  'directory.administers': () =>
    'The permission is granted, reading works, and the account administers Intune, so that it may write. Nothing was changed to try it.',
  'directory.appMayWrite': ({ permission: name }) =>
    `Reading works. Whether the app may write shows at the first change: it needs the application permission ${name}.`,
  'directory.roleMayWrite': ({ role: whose }) =>
    `The permission is granted and reading works. Whether the role lets the account write shows at the first change: ${roleWords[whose]}.`,
  'directory.notGranted': ({ permission: name }) =>
    `The permission ${name} is not granted, which Reseal needs ${permissionUses[name]}: ask for it, or have an administrator grant it to the app.`,
  'directory.appRefused': ({ permission: name }) =>
    `Microsoft refuses it to the app: have an administrator grant it the application permission ${name}, not only the delegated one, and see that the tenant has an Intune licence.`,
  'directory.roleRefused': ({ role: whose }) =>
    `Microsoft refuses it although the permission may be granted: ${roleWords[whose]}.`,
  'directory.microsoftSays': ({ message }) => message,
};

/** Why a permission is asked for, and who must do what where it is missing. */
export const permissionFindingWords = (finding: PermissionFinding): string => wordsOf(words, finding.code, finding);
