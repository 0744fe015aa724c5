import { z } from 'zod';
import { oneOf } from '../oneOf.ts';
import { profileFinding } from '../profiles/profileFinding.ts';
import { coded } from '../words/catalogue.ts';

const text = z.string();
const number = z.number();
const valueKind = z.enum(['text', 'number', 'truth', 'nothing', 'list', 'object']);
export type ValueKind = z.infer<typeof valueKind>;
/** What the reader of JSON stumbles over. */
export const syntaxProblem = z.enum(['comma', 'comment', 'quote', 'lineBreak', 'unfinished', 'other']);
export type SyntaxProblem = z.infer<typeof syntaxProblem>;

/** What can be said of a file, as a code with what the words about it need. The codes stay what they are. */
export const profileJsonSaid = oneOf('code', () => [
  // The file as a whole.
  coded('profileJson.fileName', { name: text }),
  coded('profileJson.fileNameCase', { name: text }),
  coded('profileJson.tooLarge', { bytes: number }),
  coded('profileJson.empty'),
  coded('profileJson.unicode', { encoding: text }),
  coded('profileJson.byteOrderMark'),
  coded('profileJson.utf8', { characters: text }),
  coded('profileJson.ansi', { characters: text }),
  coded('profileJson.notJson', { problem: syntaxProblem, found: text }),
  coded('profileJson.severalObjects', { objects: number }),
  coded('profileJson.list', { objects: number }),
  coded('profileJson.notObject'),
  // Its properties.
  coded('profileJson.missing'),
  coded('profileJson.nameCase', { written: text }),
  coded('profileJson.duplicate'),
  coded('profileJson.unknownProperty'),
  coded('profileJson.wrongType', { expected: valueKind, found: valueKind }),
  coded('profileJson.notAllowed', { value: number, allowed: z.array(number) }),
  coded('profileJson.blank'),
  coded('profileJson.exampleValue'),
  coded('profileJson.braces'),
  coded('profileJson.notGuid'),
  coded('profileJson.zeroGuid'),
  coded('profileJson.notDomain'),
  coded('profileJson.version', { version: number }),
  coded('profileJson.deviceName', { problem: profileFinding }),
  coded('profileJson.notForced'),
  coded('profileJson.hybridOnly'),
  // The OOBE setting.
  coded('profileJson.oobeRange', { value: number }),
  coded('profileJson.oobeSelfDeploying', { names: z.array(text) }),
  coded('profileJson.oobeTpm'),
  coded('profileJson.oobeKeyboard'),
  coded('profileJson.oobeUnknown', { rest: number }),
  coded('profileJson.oobeUndocumented', { names: z.array(text) }),
  // The JSON in the JSON.
  coded('profileJson.dataNotJson'),
  coded('profileJson.dataMisprint'),
  coded('profileJson.dataShape', { lacks: text }),
  coded('profileJson.domainDisagrees', { outside: text, inside: text }),
  coded('profileJson.forcedDisagrees', { outside: number, inside: number }),
  coded('profileJson.userNamed'),
  // Compared with the customer.
  coded('profileJson.otherTenant', { customer: text, expected: text }),
  coded('profileJson.otherDomain', { customer: text, domains: z.array(text) }),
  coded('profileJson.notCompared', { customer: text }),
  coded('profileJson.profileNotFound', { customer: text }),
  coded('profileJson.profileChanged', { profile: text, now: text, inFile: text }),
  coded('profileJson.profileModified', { profile: text, now: text, inFile: text }),
  coded('profileJson.profileSelfDeploying', { profile: text }),
  coded('profileJson.profilePreProvisioning', { profile: text }),
  // Of a file that was made.
  coded('profileJson.notTold', { settings: z.array(text) }),
]);
export type ProfileJsonSaid = z.infer<typeof profileJsonSaid>;

/** What was found, and where: both null where it is about the file as a whole. */
export const profileJsonFinding = z.object({
  said: profileJsonSaid,
  line: z.number().int().nullable(),
  property: z.string().nullable(),
});
export type ProfileJsonFinding = z.infer<typeof profileJsonFinding>;

/** `stops`: Autopilot does not run by this file, or by another one. `warns`: it may go otherwise than meant. `note`: only to be known. */
export const findingLevel = z.enum(['stops', 'warns', 'note']);
export type FindingLevel = z.infer<typeof findingLevel>;

/** About the file as a whole. */
export const ofFile = (said: ProfileJsonSaid, line: number | null = null): ProfileJsonFinding => ({
  said,
  line,
  property: null,
});
