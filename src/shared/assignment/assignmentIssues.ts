import { error, factOf, warning, type Abouts, type FactsOf, type KindsOf } from '../intake/issueCatalogue.ts';
import { LONGEST_DEVICE_NAME } from './lengths.ts';

interface Length {
  readonly characters: number;
  readonly most: number;
}

/** Every code that the rules for group tags, users and device names give, and its words. */
export const ASSIGNMENT_ISSUES = {
  'groupTag.length': error(
    'The group tag is longer than Intune takes.',
    ({ characters, most }: Length) => `The group tag has ${characters} characters; at most ${most} are allowed.`,
  ),
  'groupTag.characters': error(
    'The group tag holds a comma, a quotation mark or a line break.',
    () => 'A group tag cannot hold commas, quotation marks or line breaks: Intune has no way to read them from a CSV.',
  ),
  'groupTag.direction': error(
    'The group tag holds a character that turns the direction of text around.',
    () =>
      'The group tag holds a character that turns the direction of text around, so that it shows something else than it holds. Type it anew.',
  ),
  'groupTag.blanks': warning(
    'The group tag begins or ends with a blank.',
    () => 'The group tag begins or ends with a blank, so a group rule may not match it. Remove the blank.',
  ),
  'userPrincipalName.shape': error(
    'The assigned user is no user principal name.',
    () => 'The assigned user is not a user principal name such as name@contoso.com.',
  ),
  'userPrincipalName.characters': error(
    'The assigned user holds a character that a user principal name cannot have.',
    () => 'The assigned user holds a character that a user principal name cannot have.',
  ),
  'userPrincipalName.length': error(
    'The assigned user is longer than a user principal name can be.',
    () => 'The assigned user is longer than a user principal name can be.',
  ),
  'deviceName.empty': error(
    'The device name is empty.',
    () => 'The device name is empty. Enter one, or leave naming to the profile.',
  ),
  'deviceName.length': error(
    `The device name is longer than ${LONGEST_DEVICE_NAME} characters.`,
    ({ characters, most }: Length) => `The device name has ${characters} characters; at most ${most} are allowed.`,
  ),
  'deviceName.characters': error(
    'The device name holds more than letters without accents, digits and hyphens.',
    () => 'A device name has letters without accents, digits and hyphens only.',
  ),
  'deviceName.digits': error(
    'The device name is digits only.',
    () => 'A device name cannot be digits only. Add a letter.',
  ),
  'deviceName.no-serial-number': error(
    'The pattern of names asks for the serial number of a device that has none.',
    () => 'It is known by its product key ID only. Import its hash, or use %NUMBER% in the pattern.',
  ),
  'deviceName.duplicate': error(
    'The pattern gives two devices the same name.',
    ({ deviceName }: { readonly deviceName: string }) =>
      `Another of these devices is named ${deviceName}. Add %NUMBER:2% or %SERIAL:7% to the pattern.`,
  ),
} as const;

type Kinds = typeof ASSIGNMENT_ISSUES;
const kinds: KindsOf<Kinds> = ASSIGNMENT_ISSUES;

export type AssignmentIssue = FactsOf<Kinds>;

/** What is wrong with something that a person typed; `field` is the key of the row that it stands in. */
export function assignmentIssue<Code extends keyof Kinds>(
  code: Code,
  field: 'groupTag' | 'assignedUser' | 'deviceName',
  ...about: Abouts<Kinds>[Code]
) {
  return factOf<Code, Abouts<Kinds>[Code]>(code, kinds[code], field, about);
}

/** Whether a value is an issue of these rules; what it is about is the rule's own. */
export const isAssignmentIssue = (value: unknown): value is AssignmentIssue =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  Object.hasOwn(ASSIGNMENT_ISSUES, String(value.code));
