import { z } from 'zod';
import { otherSerialWords } from '../devices/otherSerial.ts';
import { tellIssue } from '../intake/tellIssue.ts';
import { coded, type Catalogue } from '../words/catalogue.ts';
import { isAssignmentIssue, type AssignmentIssue } from './assignmentIssues.ts';
import { oneOf } from '../oneOf.ts';

/** What a job that changes a device's user, group tag or name is about. */
export const assignmentAct = oneOf('code', () => [
  coded('assignment.assignUser'),
  coded('assignment.unassignUser'),
  coded('assignment.setGroupTag'),
  coded('assignment.clearGroupTag'),
  coded('assignment.setName'),
  coded('assignment.clearName'),
]);
export type AssignmentAct = z.infer<typeof assignmentAct>;

export const assignmentActWords: Catalogue<AssignmentAct, [devices: string]> = {
  'assignment.assignUser': (_, devices) => `Assign a user to ${devices}`,
  'assignment.unassignUser': (_, devices) => `Unassign the user from ${devices}`,
  'assignment.setGroupTag': (_, devices) => `Set the group tag of ${devices}`,
  'assignment.clearGroupTag': (_, devices) => `Clear the group tag of ${devices}`,
  'assignment.setName': (_, devices) => `Name ${devices}`,
  'assignment.clearName': (_, devices) => `Clear the name of ${devices}`,
};

/** Why such a job waits or was given up. */
export const assignmentReason = oneOf('code', () => [
  coded('assignment.untilRegistered'),
  coded('assignment.afterOtherChange'),
  coded('assignment.onePerCall'),
  coded('assignment.otherWay'),
  coded('assignment.theirsTaken'),
  coded('assignment.accepted'),
  coded('assignment.notVisibleYet'),
  coded('assignment.sentAgain'),
  coded('assignment.changedElsewhere'),
  coded('assignment.notVisible'),
  coded('assignment.notListed'),
  coded('assignment.notRegistered'),
  coded('assignment.otherSerial', { serialNumber: z.string(), registered: z.string() }),
  coded('assignment.unknownUser'),
  coded('assignment.userDisabled'),
  coded('assignment.userUnlicensed'),
]);

export const assignmentReasonWords: Catalogue<z.infer<typeof assignmentReason>> = {
  'assignment.untilRegistered': () => 'Waits until the device is registered.',
  'assignment.afterOtherChange': () => 'Waits for another change of the device.',
  'assignment.onePerCall': () => 'Microsoft refused several changes at once; each is sent by itself.',
  'assignment.otherWay': () => 'Microsoft refused the user this way; the other way is tried.',
  'assignment.theirsTaken': () => 'The value that Microsoft holds was taken over instead.',
  'assignment.accepted': () => 'Microsoft accepted it; Reseal looks whether it is visible.',
  'assignment.notVisibleYet': () => 'Microsoft accepted it, but does not show it yet.',
  'assignment.sentAgain': () => 'Microsoft accepted it, but does not show it; it is sent once more.',
  'assignment.changedElsewhere': () =>
    'Somebody has set another value in Intune since; nothing was overruled. Take theirs, or send ours.',
  'assignment.notVisible': () =>
    'Microsoft accepted it twice, but does not show it. Look at the device in Intune, then retry.',
  'assignment.notListed': () => 'Microsoft does not list the device. Refresh, and register it again where it stays so.',
  'assignment.notRegistered': () => 'The device is not registered. Register it, then try again.',
  'assignment.otherSerial': otherSerialWords,
  'assignment.unknownUser': () =>
    'The directory does not know this user. Choose another one; if the account is only minutes old, retry this later.',
  'assignment.userDisabled': () => 'The user’s account is disabled. Choose another one, or have it enabled.',
  'assignment.userUnlicensed': () => 'The user has no licence. Choose another one, or have an Intune licence assigned.',
};

/** Why a change of user, group tag or name is not even queued. */
export const assignmentRefusal = oneOf('code', () => [
  coded('assignment.isRemoving'),
  /** A person may insist. */
  coded('assignment.userIgnored'),
  coded('assignment.otherSerial', { serialNumber: z.string(), registered: z.string() }),
  coded('assignment.badName', { issue: z.custom<AssignmentIssue>(isAssignmentIssue) }),
]);
export type AssignmentRefusal = z.infer<typeof assignmentRefusal>;

export const assignmentRefusalWords: Catalogue<AssignmentRefusal> = {
  'assignment.isRemoving': () => 'It is being deregistered.',
  'assignment.userIgnored': () =>
    'It deploys by itself: Windows ignores an assigned user in self-deploying mode, and whoever reads the name waits for it. Insist where it is to stand there all the same.',
  'assignment.otherSerial': otherSerialWords,
  'assignment.badName': ({ issue }) => tellIssue(issue).message,
};
