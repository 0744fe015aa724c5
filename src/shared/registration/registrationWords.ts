import { z } from 'zod';
import { OTHER_SERIAL_REMEDY, otherSerialWords } from '../devices/otherSerial.ts';
import type { Formatter } from '../format/formatter.ts';
import { NORMAL_MINUTES } from '../devices/wait.ts';
import { sendingProblemWords } from '../hashes/checkBeforeSending.ts';
import { minutesWords } from '../words/minutes.ts';
import { consentState, consentWay } from '../consent/consent.ts';
import { consentMissingWords } from '../consent/consentWords.ts';
import { coded, type Catalogue } from '../words/catalogue.ts';
import { importErrorOf } from './importErrors.ts';
import { PROCESSING_PATIENCE_MINUTES } from './processingPatience.ts';
import { oneOf } from '../oneOf.ts';

/** That a device must not be registered again. @param said `why` it was marked, as a person wrote it */
export const neverAgainWords = ({ why }: { readonly why: string }): string =>
  `It is marked “never register again”: ${quotedReason(why)} Where that is wrong, lift the mark on its page first.`;

const quotedReason = (why: string): string => (/[.!?]$/.test(why) ? why : `${why}.`);

/** How far a consent is that registrations wait for. */
const consentFact = { state: consentState, way: consentWay.nullable() };

/** Microsoft's error of an import, from which its words follow. */
const importError = { errorCode: z.number().nullable(), errorName: z.string().nullable() };
type ImportErrorFact = z.infer<z.ZodObject<typeof importError>>;
const importErrorWords = ({ errorCode, errorName }: ImportErrorFact): string =>
  importErrorOf(errorCode, errorName).message;

/** What jobs of registration and unblocking are about. */
export const registrationAct = oneOf('code', () => [
  coded('registration.register'),
  coded('registration.cleanUp', { imports: z.int() }),
  coded('registration.unblock'),
]);

export const registrationActWords: Catalogue<z.infer<typeof registrationAct>, [devices: string, Formatter]> = {
  'registration.register': (_, devices) => `Register ${devices}`,
  'registration.cleanUp': ({ imports }, _, { count }) =>
    `Clear Microsoft’s records of ${imports === 1 ? 'an import' : count(imports, 'import', 'imports')}`,
  'registration.unblock': (_, devices) => `Unblock ${devices} for the next enrollment`,
};

/** Why such a job waits, was given up or has ended; minutes are the tenant's. */
export const registrationReason = oneOf('code', () => [
  coded('registration.afterOtherBatch'),
  coded('registration.consentMissing', consentFact),
  coded('registration.alreadyThere'),
  coded('registration.withoutHash'),
  coded('registration.neverAgain', { why: z.string() }),
  coded('registration.hashDamaged'),
  coded('registration.hashOfOther', { serialNumber: z.string(), inHash: z.string() }),
  coded('registration.inHalves'),
  coded('registration.sent'),
  coded('registration.uncertain'),
  coded('registration.received'),
  coded('registration.found'),
  coded('registration.importsCutOff'),
  coded('registration.notReceived'),
  coded('registration.recordGone'),
  coded('registration.imported'),
  coded('registration.processing', { minutes: z.int() }),
  coded('registration.processingLong', { minutes: z.int() }),
  coded('registration.unfinished', { minutes: z.int() }),
  coded('registration.inThisTenant'),
  coded('registration.sentAgain', importError),
  coded('registration.refused', importError),
  coded('registration.notListedYet', { minutes: z.int() }),
  coded('registration.notListed', { minutes: z.int() }),
  coded('registration.otherSerial', { serialNumber: z.string(), registered: z.string() }),
  coded('registration.recordsDeleted'),
  coded('registration.recordsLeft', { records: z.int() }),
  coded('registration.recordsKept'),
  coded('registration.unblocking'),
  coded('registration.stillBlocked'),
  coded('registration.nothingToUnblock'),
  coded('registration.unblockedGone'),
]);

export const registrationReasonWords: Catalogue<z.infer<typeof registrationReason>> = {
  'registration.afterOtherBatch': () => 'Waits for the batch before it to be confirmed.',
  'registration.alreadyThere': () => 'The device is registered already.',
  'registration.withoutHash': () => 'There is no hardware hash of this device. Import one, then register it again.',
  'registration.consentMissing': consentMissingWords,
  'registration.neverAgain': neverAgainWords,
  'registration.hashDamaged': () => sendingProblemWords({ kind: 'damaged' }),
  'registration.hashOfOther': (both) => sendingProblemWords({ kind: 'otherSerial', ...both }),
  'registration.inHalves': () => 'Microsoft refused the batch; it is sent in halves.',
  'registration.sent': () => 'Sent to Microsoft, which processes it now.',
  'registration.uncertain': () => 'Whether Microsoft has taken it is looked up before it is sent again.',
  'registration.received': () => 'Microsoft has it, and processes it now.',
  'registration.found': () => 'The device is registered.',
  'registration.importsCutOff': () =>
    'Microsoft’s list of imports ended early; it is looked through again before anything is sent.',
  'registration.notReceived': () => 'It had not reached Microsoft; it is sent again.',
  'registration.recordGone': () => 'Microsoft’s record of the import is gone; the device is looked for.',
  'registration.imported': () => 'Microsoft has registered it; it appears in the list of devices soon.',
  'registration.processing': ({ minutes }) =>
    `${processingSince(minutes)}; up to ${NORMAL_MINUTES.registration} are normal.`,
  'registration.processingLong': ({ minutes }) =>
    `${processingSince(minutes)}; that is longer than usual. After ${PROCESSING_PATIENCE_MINUTES} look at the device in Intune.`,
  'registration.unfinished': ({ minutes }) =>
    `Microsoft has not finished in ${minutesWords(minutes)}. Look at the import in Intune, then retry; the device is not sent twice.`,
  'registration.inThisTenant': () => 'Microsoft says it is registered in this tenant already; it is looked for.',
  'registration.sentAgain': (error) => `${importErrorWords(error)} It is sent again by itself.`,
  'registration.refused': importErrorWords,
  'registration.notListedYet': ({ minutes }) =>
    `Registered; the list of devices does not show it yet, after ${minutesWords(minutes)}. Up to ${minutesWords(NORMAL_MINUTES.registration)} are normal.`,
  'registration.notListed': ({ minutes }) =>
    `The list of devices has not shown it in ${minutesWords(minutes)}. Synchronise, look at the device in Intune, then retry.`,
  'registration.otherSerial': (both) => `${otherSerialWords(both)} ${OTHER_SERIAL_REMEDY}`,
  'registration.recordsDeleted': () => 'Reseal looks whether they are gone.',
  'registration.recordsLeft': ({ records }) => `${records} are still there; they are deleted once more.`,
  'registration.recordsKept': () => 'Microsoft keeps some of them; they do no harm where they are not imported again.',
  'registration.unblocking': () => 'Intune accepted it; Reseal looks whether the block is gone.',
  'registration.stillBlocked': () =>
    'Intune still shows the device as blocked; not every maker’s devices can be unblocked. Delete its Intune record instead.',
  'registration.nothingToUnblock': () => 'The device is not registered, so there is nothing to unblock.',
  'registration.unblockedGone': () => 'Microsoft does not list the device any more. Refresh, then register it again.',
};

const processingSince = (minutes: number): string =>
  `Microsoft has been processing the registration for ${minutesWords(minutes)}`;

/** Why a registration or an unblocking is not even queued. */
export const registrationRefusal = oneOf('code', () => [
  coded('registration.oldMainboard'),
  coded('registration.isRegistered'),
  coded('registration.isRemoving'),
  coded('registration.consentMissing', consentFact),
  coded('registration.hashMissing'),
  coded('registration.neverAgain', { why: z.string() }),
  coded('registration.notRegistered'),
  coded('registration.fixPending'),
]);
export type RegistrationRefusal = z.infer<typeof registrationRefusal>;

export const registrationRefusalWords: Catalogue<RegistrationRefusal> = {
  'registration.oldMainboard': () => 'It is registered with its old mainboard. Deregister it first.',
  'registration.isRegistered': () => 'It is registered already.',
  'registration.isRemoving': () => 'It is being deregistered. Register it again when that is done.',
  'registration.consentMissing': consentMissingWords,
  'registration.hashMissing': () => 'There is no hardware hash of it. Import the hash first.',
  'registration.neverAgain': neverAgainWords,
  'registration.notRegistered': () => 'It is not registered, so there is nothing to unblock.',
  'registration.fixPending': () =>
    'Intune unblocks no device whose hardware change is pending. Wait for its next check-in.',
};
