import { profileFindingWords } from '../profiles/profileFinding.ts';
import type { ValueKind } from './profileJsonFinding.ts';
import { fileProperties, PROFILE_FILE_VERSION } from './profileFile.ts';
import { sources } from './sources.ts';
import { IGNORED, type Telling, type Tellings } from './telling.ts';

const kinds: Readonly<Record<ValueKind, string>> = {
  text: 'a text in quotation marks',
  number: 'a number without quotation marks',
  truth: 'true or false',
  nothing: 'null',
  list: 'a list',
  object: 'an object in braces',
};
const OTHERWISE = 'Windows cannot read this property, and the profile does not apply as meant.';
const NO_TENANT = 'The device does not find its organization, and Autopilot does not run.';
const ON_PAGE = [sources.page] as const;

const isRequired = (property: string): boolean =>
  fileProperties.some(({ name, isRequired: must }) => name === property && must);

const stops = (problem: string, fails: string, remedy: string): Telling => ({
  level: 'stops',
  problem,
  fails,
  remedy,
  sources: ON_PAGE,
});
const warns = (problem: string, fails: string, remedy: string, from: Telling['sources'] = ON_PAGE): Telling => ({
  level: 'warns',
  problem,
  fails,
  remedy,
  sources: from,
});
const note = (problem: string, fails: string, remedy: string, from: Telling['sources'] = ON_PAGE): Telling => ({
  level: 'note',
  problem,
  fails,
  remedy,
  sources: from,
});
const listed = (names: readonly string[]): string => names.join(', ');

/** What is said of a property and its value. */
export const valueWords: Tellings<
  | 'profileJson.missing'
  | 'profileJson.nameCase'
  | 'profileJson.duplicate'
  | 'profileJson.unknownProperty'
  | 'profileJson.wrongType'
  | 'profileJson.notAllowed'
  | 'profileJson.blank'
  | 'profileJson.exampleValue'
  | 'profileJson.braces'
  | 'profileJson.notGuid'
  | 'profileJson.zeroGuid'
  | 'profileJson.notDomain'
  | 'profileJson.version'
  | 'profileJson.deviceName'
  | 'profileJson.notForced'
  | 'profileJson.hybridOnly'
  | 'profileJson.oobeRange'
  | 'profileJson.oobeSelfDeploying'
  | 'profileJson.oobeTpm'
  | 'profileJson.oobeKeyboard'
  | 'profileJson.oobeUnknown'
  | 'profileJson.oobeUndocumented'
> = {
  'profileJson.missing': (_, property) =>
    stops(`${property} is missing, and must be there.`, OTHERWISE, 'Add it, or export the profile again.'),
  'profileJson.nameCase': ({ written }, property) => ({
    ...stops(
      `“${written}” is written otherwise than ${property}; JSON tells capital letters apart.`,
      'Windows does not find the property under that name.',
      `Write ${property}.`,
    ),
    level: isRequired(property) ? 'stops' : 'warns',
  }),
  'profileJson.duplicate': (_, property) =>
    warns(`${property} is there more than once.`, 'Which of the two counts is not said anywhere.', 'Leave one.'),
  'profileJson.unknownProperty': (_, property) =>
    note(
      `“${property}” is a property that Reseal does not know.`,
      'It may do nothing, or be new.',
      'Check its spelling.',
    ),
  'profileJson.wrongType': ({ expected, found }, property) =>
    stops(
      `${property} is ${kinds[found]}, and must be ${kinds[expected]}.`,
      OTHERWISE,
      expected === 'number' ? 'Write the number alone.' : 'Put the value into quotation marks.',
    ),
  'profileJson.notAllowed': ({ value, allowed }, property) =>
    stops(`${property} is ${value}, and can be ${allowed.join(' or ')}.`, OTHERWISE, 'Choose one of these.'),
  'profileJson.blank': (_, property) =>
    stops(`${property} is empty.`, NO_TENANT, 'Enter it, or export the profile again.'),
  'profileJson.exampleValue': (_, property) =>
    stops(
      `${property} is that of Microsoft’s example.`,
      'The device looks for an organization that is not yours.',
      'Enter your own, or make the file here.',
    ),
  'profileJson.braces': (_, property) =>
    stops(`${property} stands in braces.`, NO_TENANT, 'Take the braces away; the 36 characters stay.'),
  'profileJson.notGuid': (_, property) =>
    stops(`${property} is no GUID.`, NO_TENANT, 'Enter it in full, such as 0f8fad5b-d9cb-469f-a165-70867728950e.'),
  'profileJson.zeroGuid': (_, property) => stops(`${property} is all zeros.`, NO_TENANT, 'Enter the right one.'),
  'profileJson.notDomain': (_, property) =>
    stops(
      `${property} is no domain.`,
      NO_TENANT,
      'Enter the domain alone, such as contoso.onmicrosoft.com, without “https://” and “@”.',
    ),
  'profileJson.version': ({ version }) =>
    note(
      `The version is ${version}; Microsoft’s example has ${PROFILE_FILE_VERSION}.`,
      'No other version is described.',
      'Leave it where it came from Microsoft’s module; else write the one of the example.',
    ),
  'profileJson.deviceName': ({ problem }) =>
    problem.code === 'profiles.nameSameForAll'
      ? warns(
          'The device name is the same for every device that gets this file.',
          'Two devices with one name are told apart by nobody, and the second may fail to join Active Directory.',
          'Add %SERIAL% or %RAND:x%, unless the file is for one device.',
          [sources.page, sources.profiles],
        )
      : warns(
          profileFindingWords(problem),
          'Windows gives the device a name of its own, or none of the template’s.',
          'Correct the name, or leave the property out.',
          [sources.page, sources.profiles],
        ),
  'profileJson.notForced': () =>
    note(
      'Joining and enrolling are not required (CloudAssignedForcedEnrollment is 0).',
      'The user may set the device up with another account, as a private one.',
      'Write 1 where the device must belong to the organization; the profile has that as “Hide change account options”.',
    ),
  'profileJson.hybridOnly': (_, property) =>
    note(`${property} is set, and the device joins Entra alone.`, 'It does nothing.', 'Leave it out.', [
      sources.module,
    ]),
  'profileJson.oobeRange': ({ value }) =>
    stops(
      `CloudAssignedOobeConfig is ${value}, which is no sum of settings.`,
      IGNORED,
      'Add up the numbers of the settings that are wanted; 28 is Microsoft’s example.',
    ),
  'profileJson.oobeSelfDeploying': ({ names }) => ({
    ...stops(
      `The OOBE setting is that of a self-deploying profile (${listed(names)}).`,
      'A file cannot be self-deploying: TPM attestation needs a device that is registered.',
      'Register the devices instead, or export a user-driven profile.',
    ),
    sources: [sources.workflow, sources.module],
  }),
  'profileJson.oobeTpm': () =>
    warns(
      'The OOBE setting requires a TPM (AadTpmRequired, 128).',
      'A file is for user-driven profiles, and these need none; a device without one may stop.',
      'Take 128 away from the number.',
      [sources.diagnostics, sources.workflow],
    ),
  'profileJson.oobeKeyboard': () =>
    warns(
      'The keyboard page is to be skipped (1024), and no language is set.',
      'The page is shown all the same: Windows skips it only where CloudAssignedLanguage says for which language.',
      'Set the language in the profile and export it again, or add CloudAssignedLanguage.',
      [sources.profiles, sources.module],
    ),
  'profileJson.oobeUnknown': ({ rest }) =>
    warns(
      `The OOBE setting has bits that nobody describes: ${rest}.`,
      'What they do is not known.',
      'Take them away, unless Microsoft’s own export wrote them.',
      [sources.page, sources.diagnostics],
    ),
  'profileJson.oobeUndocumented': ({ names }) =>
    note(
      `The OOBE setting has ${listed(names)}, which Microsoft’s page does not list: it ends at 16, and its example has none.`,
      'Nothing goes wrong: Microsoft’s own module writes 256 into every file, and 1024 where the keyboard page is skipped.',
      'Leave it as it is.',
      [sources.page, sources.module, sources.diagnostics],
    ),
};
