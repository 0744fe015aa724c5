import { z } from 'zod';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { removalDoubt, removalDoubtWords, removalWarningWords } from './removalWords.ts';
import { oneOf } from '../oneOf.ts';

/** Why a device of many is not deregistered with the others. */
export const heldBackReason = oneOf('code', () => [
  coded('removal.doubtful', { doubts: z.array(removalDoubt) }),
  coded('removal.firmwareManaged'),
  coded('removal.cannotTell', { why: z.string() }),
  coded('removal.unreadable', { why: z.string() }),
  coded('removal.isRunning'),
  coded('removal.recordIsRunning'),
  coded('removal.nothingHeld'),
  coded('removal.notInQueue'),
]);
export type HeldBackReason = z.infer<typeof heldBackReason>;

export const heldBackCatalogue: Catalogue<HeldBackReason> = {
  'removal.doubtful': ({ doubts }) =>
    `${doubts.map(removalDoubtWords).join(' ')} Deregister it by itself, after comparing the records.`,
  'removal.firmwareManaged': () =>
    `${removalWarningWords({ code: 'removal.firmwareManaged' })} Then deregister it, or deregister it by itself all the same.`,
  'removal.cannotTell': ({ why }) => why,
  'removal.unreadable': ({ why }) => `Its records could not be read: ${why}`,
  'removal.isRunning': () => 'The device is being deregistered already; see Activity.',
  'removal.recordIsRunning': () => 'Its Intune record is being deleted already; see Activity.',
  'removal.nothingHeld': () => 'Neither Intune nor Windows Autopilot holds a record of the device.',
  'removal.notInQueue': () => 'This device is not in the queue any more.',
};

/** Why a device is held back, as a sentence or two. */
export const heldBackWords = (why: HeldBackReason): string => wordsOf(heldBackCatalogue, why.code, why);
