import { z } from 'zod';
import { LONGEST_DEVICE_NAME } from '../assignment/lengths.ts';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { oneOf } from '../oneOf.ts';

const text = z.string();
const whole = z.number().int();

/** What to look at before devices start with a profile. */
export const profileFinding = oneOf('code', () => [
  coded('profiles.languageSet', { language: text }),
  coded('profiles.preProvisioningOff', { devices: whole }),
  coded('profiles.losesConflict', { groupId: text.nullable(), winner: text }),
  coded('profiles.winsConflict', { groupId: text.nullable(), over: z.array(text) }),
  coded('profiles.openConflict', { groupId: text.nullable(), others: z.array(text) }),
  coded('profiles.sameName', { profiles: whole }),
  coded('profiles.notAssigned'),
  coded('profiles.otherAssigned', { devices: whole }),
  coded('profiles.convertsAll'),
  coded('profiles.keyboardWithoutLanguage'),
  coded('profiles.nameTooLong', { longest: whole, serialNumber: text.nullable() }),
  coded('profiles.nameCharacters', { characters: text }),
  coded('profiles.nameOnlyDigits'),
  coded('profiles.nameMacro', { macro: text }),
  coded('profiles.nameSameForAll'),
  coded('profiles.nameTooFewNumbers', { names: whole, devices: whole }),
  coded('profiles.nameHybrid'),
]);
export type ProfileFinding = z.infer<typeof profileFinding>;

/** What is only to be known; all else is to be looked at. */
const NOTES: ReadonlySet<ProfileFinding['code']> = new Set(['profiles.winsConflict', 'profiles.convertsAll']);

export const isNote = ({ code }: ProfileFinding): boolean => NOTES.has(code);

const groupWords = (groupId: string | null): string => (groupId === null ? 'all devices' : `group ${groupId}`);
const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** Sources: Microsoft, “Pre-provision”, requirements; “Create Windows Autopilot profiles”. */
const words: Catalogue<ProfileFinding> = {
  'profiles.languageSet': ({ language }) =>
    `The language is set (${language}), so that no page may be left to begin pre-provisioning at. Set it to “User specified”.`,
  'profiles.preProvisioningOff': ({ devices }) =>
    `Pre-provisioning is not allowed, and devices that expect this profile are to be pre-provisioned: ${devices}. Allow it in the profile, or choose another profile or scenario for them; Windows would stop with 0x80180005.`,
  'profiles.losesConflict': ({ groupId, winner }) =>
    `“${winner}” is older and wins for ${groupWords(groupId)}. Take the assignment of one of the two away.`,
  'profiles.winsConflict': ({ groupId, over }) =>
    `It is the oldest for ${groupWords(groupId)} and wins over ${listed(over)}.`,
  'profiles.openConflict': ({ groupId, others }) =>
    `${listed(others)} has ${groupWords(groupId)} too, and their times of creation do not tell which one wins. Take an assignment away.`,
  'profiles.sameName': ({ profiles }) =>
    `Profiles with this very name: ${profiles}. Reseal knows the profile of a device by its name; give each its own.`,
  'profiles.notAssigned': () => 'It is assigned to nobody, so that no device gets it. Assign it to a group.',
  'profiles.otherAssigned': ({ devices }) =>
    `Devices that expect this profile and have another one: ${devices}. Check their group tags and the groups.`,
  'profiles.convertsAll': () =>
    'It registers all devices of its groups with Windows Autopilot. Taking the assignment away does not deregister them.',
  'profiles.keyboardWithoutLanguage': () =>
    'The keyboard page is skipped only where a language is set, and here the user chooses it.',
  'profiles.nameTooLong': ({ longest, serialNumber }) =>
    `The name template makes names of up to ${longest} characters${serialNumber === null ? '' : ` (serial number ${serialNumber})`}; Windows takes ${LONGEST_DEVICE_NAME}. Shorten it.`,
  'profiles.nameCharacters': ({ characters }) =>
    `The name template has characters that no name may have: ${characters}. Use letters, digits and hyphens.`,
  'profiles.nameOnlyDigits': () =>
    'The name template makes names of digits alone, which Windows refuses. Add a letter.',
  'profiles.nameMacro': ({ macro }) =>
    `The name template has ${macro}, which Windows does not know. Use %SERIAL% or %RAND:x%, where x is a number of digits.`,
  'profiles.nameSameForAll': () =>
    'The name template gives all devices the same name. Add %SERIAL% or %RAND:x%, where x is a number of digits.',
  'profiles.nameTooFewNumbers': ({ names, devices }) =>
    `The name template makes ${names} different names, for ${devices} devices. Give %RAND:x% more digits.`,
  'profiles.nameHybrid': () =>
    'The name template does nothing in a hybrid join: the domain join profile gives the prefix of the name.',
};

/** What is found, and what to do about it. */
export const profileFindingWords = (finding: ProfileFinding): string => wordsOf(words, finding.code, finding);
