import { z } from 'zod';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { preparationPart, type PreparationPart } from './preparationPolicy.ts';
import { oneOf } from '../oneOf.ts';

const text = z.string();
const whole = z.number().int();

/** What is wrong with a policy of device preparation, or not known of it. `group` is a name, else an id. */
export const preparationFinding = oneOf('code', () => [
  coded('preparation.noDeviceGroup'),
  coded('preparation.groupNotFound', { group: text }),
  coded('preparation.groupNotSecurity', { group: text }),
  coded('preparation.groupDynamic', { group: text }),
  coded('preparation.groupRoleAssignable', { group: text }),
  coded('preparation.groupNotInScope', { group: text }),
  coded('preparation.groupProblem', { group: text, problem: text }),
  coded('preparation.ownerMissing', { group: text }),
  coded('preparation.ownerUnknown', { group: text }),
  coded('preparation.notAssigned'),
  coded('preparation.assignedToDeviceGroup', { group: text }),
  coded('preparation.minutesOutOfRange', { minutes: z.number() }),
  coded('preparation.tooManyApps', { apps: whole }),
  coded('preparation.tooManyScripts', { scripts: whole }),
  coded('preparation.appNotRequired', { app: text }),
  coded('preparation.scriptNotAssigned', { script: text }),
  coded('preparation.itemGone', { item: z.enum(['app', 'script']), id: text }),
  coded('preparation.appAsUser', { app: text }),
  coded('preparation.scriptAsUser', { script: text }),
  coded('preparation.notRead', { part: preparationPart, message: text }),
]);
export type PreparationFinding = z.infer<typeof preparationFinding>;

/** The app that puts devices into the group; its display name is not the same in every tenant, so that only the id counts. */
export const PROVISIONING_CLIENT_APP_ID = 'f1346770-5b25-470b-88bd-d5744ab7952c';
export const MOST_ITEMS = 10;
export const FEWEST_MINUTES = 15;
export const MOST_MINUTES = 720;

const partNames: Readonly<Record<PreparationPart, string>> = {
  settings: 'Its settings',
  assignments: 'Its user groups',
  deviceGroup: 'Its device group',
  groupRules: 'The kind of its device group',
  groupOwner: 'The owners of its device group',
  apps: 'Its apps',
  scripts: 'Its scripts',
};

const addOwner = `Add the app with the id ${PROVISIONING_CLIENT_APP_ID} (Intune Provisioning Client, also called Intune Autopilot ConfidentialClient) to its owners`;

/** Sources: Microsoft, “Windows Autopilot device preparation policy”, “… create a device group”, and its troubleshooting FAQ. */
const words: Catalogue<PreparationFinding> = {
  'preparation.noDeviceGroup': () =>
    'It has no device group, so that device preparation never begins. Choose one in the policy.',
  'preparation.groupNotFound': ({ group }) =>
    `The device group ${group} is not in the directory any more. Choose another one in the policy.`,
  'preparation.groupNotSecurity': ({ group }) =>
    `The device group “${group}” is not a security group. Choose one that is.`,
  'preparation.groupDynamic': ({ group }) =>
    `The device group “${group}” takes its members by a rule, and Intune cannot put devices into it. Choose one with assigned members.`,
  'preparation.groupRoleAssignable': ({ group }) =>
    `Roles can be assigned to the device group “${group}”, which keeps Intune from changing it. Choose a new group without that; it cannot be changed later.`,
  'preparation.groupNotInScope': ({ group }) =>
    `The device group “${group}” is not in the scope of the account that made the policy. Have an administrator add it to the scope, or choose another one.`,
  'preparation.groupProblem': ({ group, problem }) =>
    `Intune has something against the device group “${group}”: ${problem}. Look at the policy in Intune.`,
  'preparation.ownerMissing': ({ group }) =>
    `Intune does not own the device group “${group}”, so that no device comes into it and no app is installed. ${addOwner}; where the directory does not offer it, an administrator must create its service principal first.`,
  'preparation.ownerUnknown': ({ group }) =>
    `It could not be told whether Intune owns the device group “${group}”. See that the app with the id ${PROVISIONING_CLIENT_APP_ID} is among its owners.`,
  'preparation.notAssigned': () =>
    'It is assigned to no group of users, so that nobody gets it. Assign it to a group of users.',
  'preparation.assignedToDeviceGroup': ({ group }) =>
    `It is assigned to its own device group “${group}”. Assign it to a group of users; the device group is for what the device gets.`,
  'preparation.minutesOutOfRange': ({ minutes }) =>
    `The time until an error is shown is ${minutes} minutes; Intune takes ${FEWEST_MINUTES} to ${MOST_MINUTES}.`,
  'preparation.tooManyApps': ({ apps }) =>
    `It waits for ${apps} apps; Intune takes ${MOST_ITEMS}. Have the others installed after the first sign-in.`,
  'preparation.tooManyScripts': ({ scripts }) =>
    `It waits for ${scripts} scripts; Intune takes ${MOST_ITEMS}. Have the others run after the first sign-in.`,
  'preparation.appNotRequired': ({ app }) =>
    `The app “${app}” is not assigned as required to the device group, and is skipped. Assign it so.`,
  'preparation.scriptNotAssigned': ({ script }) =>
    `The script “${script}” is not assigned to the device group, and is skipped. Assign it so.`,
  'preparation.itemGone': ({ item, id }) =>
    `It waits for ${item === 'app' ? 'an app' : 'a script'} that is not in Intune any more (${id}). Take it out of the policy.`,
  'preparation.appAsUser': ({ app }) =>
    `The app “${app}” is installed for the user, and device preparation installs for the device only. Set it to the system’s context.`,
  'preparation.scriptAsUser': ({ script }) =>
    `The script “${script}” runs as the user, and device preparation runs scripts as the system only. Turn “Run this script using the logged on credentials” off.`,
  'preparation.notRead': ({ part, message }) => `${partNames[part]} could not be read: ${message}`,
};

/** A finding as one or two sentences for a person. */
export const preparationFindingWords = (finding: PreparationFinding): string => wordsOf(words, finding.code, finding);
