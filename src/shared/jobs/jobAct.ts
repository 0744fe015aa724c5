import type { z } from 'zod';
import { assignmentAct, assignmentActWords } from '../assignment/assignmentWords.ts';
import type { Formatter } from '../format/formatter.ts';
import { identifierAct, identifierActWords } from '../identifiers/identifierWords.ts';
import { registrationAct, registrationActWords } from '../registration/registrationWords.ts';
import { removalAct, removalActWords } from '../removal/removalWords.ts';
import { syncAct, syncActWords } from '../tracking/syncWords.ts';
import { wordsOf, type Catalogue } from '../words/catalogue.ts';
import { told } from './jobWords.ts';
import { oneOf } from '../oneOf.ts';

/** What a job is about. No address of a person in it. */
export const jobAct = oneOf('code', () => [
  /** An older one has room for the devices in its sentence. */
  told,
  registrationAct,
  removalAct,
  assignmentAct,
  identifierAct,
  syncAct,
]);
export type JobAct = z.infer<typeof jobAct>;

const words: Catalogue<JobAct, [devices: string, Formatter]> = {
  told: ({ sentence }, devices) => sentence.replace('{devices}', () => devices),
  ...registrationActWords,
  ...removalActWords,
  ...assignmentActWords,
  ...identifierActWords,
  ...syncActWords,
};

/** An act as a sentence without its full stop. @param devices what it is done to: a serial number, “500 devices” */
export const actWords = (act: JobAct, devices: string, formatter: Formatter): string =>
  wordsOf(words, act.code, act, devices, formatter);

/** What one job is about, as a sentence without its full stop. No device of the queue may have the serial number of its act. */
export const jobSentence = (
  { act, serialNumber }: { readonly act: JobAct; readonly serialNumber: string | null },
  formatter: Formatter,
): string => actWords(act, serialNumber ?? ('serialNumber' in act ? act.serialNumber : null) ?? 'a device', formatter);
