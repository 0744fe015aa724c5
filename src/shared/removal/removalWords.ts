import { z } from 'zod';
import { NORMAL_MINUTES } from '../devices/wait.ts';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { minutesWords } from '../words/minutes.ts';
import { oneOf } from '../oneOf.ts';

/** What a job of removal is about. */
export const removalAct = oneOf('code', () => [coded('removal.deregister'), coded('removal.deleteIntuneRecord')]);

export const removalActWords: Catalogue<z.infer<typeof removalAct>, [devices: string]> = {
  'removal.deregister': (_, devices) => `Deregister ${devices}`,
  'removal.deleteIntuneRecord': (_, devices) => `Delete the Intune record of ${devices}`,
};

/** Why a removal waits, was given up or has ended; minutes are the tenant's. */
export const removalReason = oneOf('code', () => [
  /** Said of what else was on its way for the device. */
  coded('removal.begun'),
  coded('removal.looked'),
  coded('removal.changedSince'),
  coded('removal.doubtfulSince'),
  coded('removal.accountLeft'),
  coded('removal.otherIntuneSerial'),
  coded('removal.otherAutopilotSerial'),
  coded('removal.enrolledSince'),
  coded('removal.intuneDeleting'),
  coded('removal.intuneGone'),
  coded('removal.intuneStillThere', { minutes: z.int() }),
  coded('removal.intuneKept', { minutes: z.int() }),
  coded('removal.intuneAgain'),
  coded('removal.userUnassigned'),
  coded('removal.withoutUser'),
  coded('removal.perhapsQueued'),
  coded('removal.queued'),
  coded('removal.stillListed', { minutes: z.int() }),
  coded('removal.listedFor', { minutes: z.int() }),
  coded('removal.sentAgain'),
  coded('removal.notYet'),
  coded('removal.refused', { error: z.string().nullable() }),
  coded('removal.otherRecord'),
  coded('removal.otherRecordSerial'),
  coded('removal.recordUsedSince'),
  coded('removal.recordRefused', { error: z.string().nullable() }),
]);

export const removalReasonWords: Catalogue<z.infer<typeof removalReason>> = {
  'removal.begun': () => 'The device is being deregistered.',
  'removal.looked': () => 'The records are those that were shown.',
  'removal.changedSince': () => `The records have changed since they were shown. ${LEFT_ALONE}`,
  'removal.doubtfulSince': () => `Since the records were shown, one of them may be another device’s. ${LEFT_ALONE}`,
  'removal.accountLeft': () => 'Now have the computer account deleted in Active Directory.',
  'removal.otherIntuneSerial': () => `Intune’s record has another serial number than was shown. ${LOOK_ANEW}`,
  'removal.otherAutopilotSerial': () => `Windows Autopilot lists another serial number than was shown. ${LOOK_ANEW}`,
  'removal.enrolledSince': () => `The device has enrolled in Intune since the records were shown. ${LOOK_ANEW}`,
  'removal.intuneDeleting': () => 'Intune is deleting its record.',
  'removal.intuneGone': () => 'The Intune record is gone.',
  'removal.intuneStillThere': ({ minutes }) => stillThere(INTUNE_KEEPS, minutes),
  'removal.intuneKept': ({ minutes }) => kept(INTUNE_KEEPS, minutes),
  'removal.intuneAgain': () => 'The Intune record is still there; it is deleted once more.',
  'removal.userUnassigned': () => 'The user is unassigned.',
  'removal.withoutUser': () => 'No user is assigned.',
  'removal.perhapsQueued': () => 'Microsoft may have queued the removal already; Reseal looks whether the device goes.',
  'removal.queued': () => 'Microsoft has queued the removal.',
  'removal.stillListed': ({ minutes }) => stillThere(MICROSOFT_LISTS, minutes),
  'removal.listedFor': ({ minutes }) => kept(MICROSOFT_LISTS, minutes),
  'removal.sentAgain': () => 'Microsoft still lists the device; its removal is sent once more.',
  'removal.notYet': () => 'Microsoft does not delete the registration yet; it is tried again.',
  'removal.refused': ({ error }) =>
    `Microsoft refuses to delete the registration (${error ?? 'no reason'}). Look whether the device is enrolled in Intune, then choose Deregister again.`,
  'removal.otherRecord': () => `The device has another Intune record than was shown. ${LOOK_AT_RECORD}`,
  'removal.otherRecordSerial': () => `Intune’s record has another serial number than was shown. ${LOOK_AT_RECORD}`,
  'removal.recordUsedSince': () => `The device was in use since its record was shown. ${LOOK_AT_RECORD}`,
  'removal.recordRefused': ({ error }) =>
    `Intune refuses to delete its record (${error ?? 'no reason'}). Look at the device in Intune and delete it there, then refresh.`,
};

const LOOK_AT_RECORD = 'Nothing was deleted. Choose Delete the Intune record to see it as it is now.';
const LEFT_ALONE = 'Nothing was deleted. Choose Deregister to see the records as they are now.';
const LOOK_ANEW = 'Nothing more was deleted. Choose Deregister to see the records as they are now.';
const INTUNE_KEEPS = 'Intune has not deleted its record yet';
const MICROSOFT_LISTS = 'Microsoft still lists the device';
const stillThere = (what: string, minutes: number): string =>
  `${what}, after ${minutesWords(minutes)}; up to ${NORMAL_MINUTES.removal} are normal.`;
const kept = (what: string, minutes: number): string =>
  `${what}, after ${minutesWords(minutes)}. Look at the device in Intune, then retry.`;

/** What a deregistration does to one record. */
export const removalStep = oneOf('code', () => [
  coded('removal.deleteIntune'),
  coded('removal.unassignUser'),
  coded('removal.deleteAutopilot'),
  coded('removal.leaveEntra'),
  coded('removal.leaveHybridEntra'),
  /** The object that Autopilot made of a hybrid device at its registration, beside that of the domain join. */
  coded('removal.leavePlaceholder'),
  coded('removal.deleteAccountByHand'),
]);
export type RemovalStep = z.infer<typeof removalStep>;

const stepCatalogue: Catalogue<RemovalStep> = {
  'removal.deleteIntune': () =>
    'First: the Intune record is deleted. An enrolled device cannot be taken out of Autopilot.',
  'removal.unassignUser': () => 'Then: its user is unassigned.',
  'removal.deleteAutopilot': () =>
    `Then: the registration is deleted. It stays in the list until the next synchronisation, up to ${minutesWords(NORMAL_MINUTES.removal)}.`,
  'removal.leaveEntra': () => 'Left alone: Microsoft removes it with the registration where that is right.',
  'removal.leaveHybridEntra': () =>
    'The object of the hybrid join. Left alone: it goes when its computer account is deleted in Active Directory.',
  'removal.leavePlaceholder': () =>
    'The placeholder that Autopilot made at the registration. Left alone: Microsoft removes it with the registration where that is right.',
  'removal.deleteAccountByHand': () =>
    'By hand, at last: delete the computer account in Active Directory, or it is synchronised again.',
};

/** What happens to a record, as a sentence. */
export const removalStepWords = (step: RemovalStep): string => wordsOf(stepCatalogue, step.code, step);

const identity = z.object({
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  serialNumber: z.string().nullable(),
});

/** Why a record that would be deleted may be another device's. */
export const removalDoubt = oneOf('code', () => [
  coded('removal.intuneWithoutSerial'),
  coded('removal.intuneOtherSerial', { found: z.string(), expected: z.string().nullable() }),
  coded('removal.autopilotOther', { found: identity, expected: identity }),
]);
export type RemovalDoubt = z.infer<typeof removalDoubt>;

const doubtCatalogue: Catalogue<RemovalDoubt> = {
  'removal.intuneWithoutSerial': () =>
    'Intune does not tell the serial number of its record. Look at the record in Intune before it is deleted.',
  'removal.intuneOtherSerial': ({ found, expected }) =>
    `Intune’s record has the serial number ${found}, not ${expected}. It may be another device.`,
  'removal.autopilotOther': ({ found, expected }) =>
    `Windows Autopilot lists ${identityWords(found)}, the queue ${identityWords(expected)}. It may be another device.`,
};

function identityWords({ manufacturer, model, serialNumber }: z.infer<typeof identity>): string {
  return `${manufacturer ?? 'an unknown maker'}, ${model ?? 'an unknown model'}, ${serialNumber ?? 'no serial number'}`;
}

/** A doubt as sentences for the person who decides. */
export const removalDoubtWords = (doubt: RemovalDoubt): string => wordsOf(doubtCatalogue, doubt.code, doubt);

/** What to know before a removal is confirmed. */
export const removalWarning = oneOf('code', () => [
  coded('removal.notInAutopilot'),
  coded('removal.notInIntune'),
  coded('removal.entraUnreadable'),
  coded('removal.technicianFlowDone'),
  coded('removal.firmwareManaged'),
]);
export type RemovalWarning = z.infer<typeof removalWarning>;

const warningCatalogue: Catalogue<RemovalWarning> = {
  'removal.notInAutopilot': () => 'Windows Autopilot does not list the device; it may be deregistered already.',
  'removal.notInIntune': () => 'Intune holds no record of it: it is not enrolled.',
  'removal.entraUnreadable': () => 'The Entra device could not be read with this account; it is not touched anyway.',
  'removal.technicianFlowDone': () =>
    'The technician flow has succeeded on this device. After the removal it has to be reset and run again.',
  'removal.firmwareManaged': () =>
    'Intune manages the firmware of the device (DFCI). Have that lifted in Intune before: its settings outlast a reset, and afterwards Intune cannot reach the device any more.',
};

/** A warning as a sentence. */
export const removalWarningWords = (warning: RemovalWarning): string =>
  wordsOf(warningCatalogue, warning.code, warning);

/** What is lost with the Intune record of a device, and what has to be done beside it. */
export const intuneLoss = oneOf('code', () => [
  coded('removal.losesManagement'),
  coded('removal.losesUse'),
  coded('removal.recoveryKey'),
  coded('removal.mustReset'),
]);
export type IntuneLoss = z.infer<typeof intuneLoss>;

const lossCatalogue: Catalogue<IntuneLoss> = {
  'removal.losesManagement': () =>
    'Intune manages the device no more: its compliance, apps and policies are forgotten. Its registration with Windows Autopilot and its profile stay.',
  'removal.losesUse': () =>
    'A user belongs to it. If it comes into contact again, it is retired: what the organization put on it goes. Go on only where the user has given it back.',
  'removal.recoveryKey': () =>
    'Its drive is encrypted. After the next set-up the new user may not read the BitLocker key without an administrator.',
  'removal.mustReset': () => 'Then reset the device and start: it enrolls anew.',
};

/** A loss as sentences for the person who decides. */
export const intuneLossWords = (loss: IntuneLoss): string => wordsOf(lossCatalogue, loss.code, loss);
