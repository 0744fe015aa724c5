import { sources } from './sources.ts';
import type { FindingLevel } from './profileJsonFinding.ts';
import type { Telling, Tellings } from './telling.ts';

const SERVER_DATA = 'CloudAssignedAadServerData';
const NO_BRANDING =
  'Windows cannot read whose device it is, and shows neither the organization’s sign-in page nor its name.';

const told = (
  level: FindingLevel,
  problem: string,
  fails: string,
  remedy: string,
  from: Telling['sources'] = [sources.page],
): Telling => ({ level, problem, fails, remedy, sources: from });

const value = (text: string): string => (text === '' ? 'nothing' : `“${text}”`);

/** What is said of the JSON in the JSON, of the customer and of its profile. */
export const tenantWords: Tellings<
  | 'profileJson.dataNotJson'
  | 'profileJson.dataMisprint'
  | 'profileJson.dataShape'
  | 'profileJson.domainDisagrees'
  | 'profileJson.forcedDisagrees'
  | 'profileJson.userNamed'
  | 'profileJson.otherTenant'
  | 'profileJson.otherDomain'
  | 'profileJson.notCompared'
  | 'profileJson.profileNotFound'
  | 'profileJson.profileChanged'
  | 'profileJson.profileModified'
  | 'profileJson.profileSelfDeploying'
  | 'profileJson.profilePreProvisioning'
  | 'profileJson.notTold'
> = {
  'profileJson.dataNotJson': () =>
    told(
      'stops',
      `What ${SERVER_DATA} holds is no JSON by itself.`,
      NO_BRANDING,
      'Write each quotation mark in it as \\", or export the profile again.',
    ),
  'profileJson.dataMisprint': () =>
    told(
      'stops',
      `${SERVER_DATA} has the empty user as Microsoft’s page prints it today, \\"\\\\\\", which is no JSON. The same page of 2023 printed \\"\\".`,
      NO_BRANDING,
      'Write \\"CloudAssignedTenantUpn\\":\\"\\" there.',
      [sources.page, sources.pageOf2023],
    ),
  'profileJson.dataShape': ({ lacks }) =>
    told('stops', `${SERVER_DATA} has no ${lacks}.`, NO_BRANDING, 'Add it, or export the profile again.'),
  'profileJson.domainDisagrees': ({ outside, inside }) =>
    told(
      'stops',
      `The file names two domains: ${value(outside)} in CloudAssignedTenantDomain and ${value(inside)} in ${SERVER_DATA}.`,
      'The sign-in page is that of one organization and the device is meant for another.',
      'Write the right one in both places.',
    ),
  'profileJson.forcedDisagrees': ({ outside, inside }) =>
    told(
      'warns',
      `CloudAssignedForcedEnrollment is ${outside}, and ForcedEnrollment in ${SERVER_DATA} is ${inside}.`,
      'Which of the two counts is not said anywhere.',
      'Write the same number in both places. Microsoft’s page does not have the one inside any more; its module writes it.',
      [sources.pageOf2023, sources.page, sources.module],
    ),
  'profileJson.userNamed': () =>
    told(
      'warns',
      `${SERVER_DATA} names a user, whose address goes to every device that gets this file.`,
      'Everybody who sets such a device up is greeted as that person.',
      'Leave CloudAssignedTenantUpn empty, as in Microsoft’s example.',
    ),
  'profileJson.otherTenant': ({ customer, expected }) =>
    told(
      'stops',
      `The tenant ID is not that of ${customer} (${expected}).`,
      'The devices join another organization, or none.',
      'Make the file of a profile of this customer, or compare it with the customer whose it is.',
    ),
  'profileJson.otherDomain': ({ customer, domains }) =>
    told(
      'stops',
      `The domain is none of ${customer}: ${domains.join(', ')}.`,
      'Tenant ID and domain are of two organizations, and the sign-in fails.',
      'Write one of these domains, in both places of the file.',
    ),
  'profileJson.notCompared': ({ customer }) =>
    told(
      'note',
      `The profiles of ${customer} were never read.`,
      'Whether the profile was changed since the export is not known.',
      'Read them from Microsoft, and check the file again.',
    ),
  'profileJson.profileNotFound': ({ customer }) =>
    told(
      'note',
      `No profile of ${customer} has this correlation ID or the name in the comment.`,
      'The file was made by hand, or its profile is gone; whether it was changed is not known.',
      'Compare the settings yourself, or make the file anew.',
    ),
  'profileJson.profileChanged': ({ profile, now, inFile }, property) =>
    told(
      'warns',
      `The profile “${profile}” was changed after the file was made: ${property} is ${value(inFile)} here and ${value(now)} there.`,
      'Devices with this file are set up as before the change.',
      'Make the file again, and distribute its package again.',
    ),
  'profileJson.profileModified': ({ profile, now, inFile }) =>
    told(
      'note',
      `The profile “${profile}” was saved again after the file was made (${now}; the file is of ${inFile}).`,
      'Nothing goes wrong: what the file holds of it is still the same.',
      'Leave it as it is.',
    ),
  'profileJson.profileSelfDeploying': ({ profile }) =>
    told(
      'stops',
      `The profile “${profile}” is self-deploying now.`,
      'A file cannot be self-deploying: TPM attestation needs a device that is registered.',
      'Register the devices, or use a user-driven profile.',
      [sources.workflow, sources.createFile],
    ),
  'profileJson.profilePreProvisioning': ({ profile }) =>
    told(
      'stops',
      `The profile “${profile}” allows pre-provisioning.`,
      'A file cannot do that: it needs TPM attestation, and so a registered device. Microsoft’s script exports such profiles all the same.',
      'Register the devices, or use a user-driven profile that does not allow it.',
      [sources.workflow, sources.createFile],
    ),
  'profileJson.notTold': ({ settings }) =>
    told(
      'warns',
      `Microsoft did not tell these settings of the profile: ${settings.join(', ')}.`,
      'They count as off in the file, as in what Microsoft’s module makes.',
      'Look at the profile in Intune, and read the profiles again.',
      [sources.module],
    ),
};
