import type { Finding } from '../intake/issue.ts';

const LONGEST_GROUP_TAG = 128;

/** What is wrong with a group tag, or null. An error Intune refuses; a warning makes group rules miss the device. */
export function checkGroupTag(tag: string): Finding | null {
  if (tag.length > LONGEST_GROUP_TAG) {
    return {
      code: 'groupTag.length',
      severity: 'error',
      message: `The group tag has ${tag.length} characters; at most ${LONGEST_GROUP_TAG} are allowed.`,
    };
  }
  // Intune's CSV has no way to quote a value.
  if (/[,"\r\n]/.test(tag)) {
    return {
      code: 'groupTag.characters',
      severity: 'error',
      message:
        'A group tag cannot hold commas, quotation marks or line breaks: Intune has no way to read them from a CSV.',
    };
  }
  if (tag !== tag.trim()) {
    return {
      code: 'groupTag.blanks',
      severity: 'warning',
      message: 'The group tag begins or ends with a blank, so a group rule may not match it. Remove the blank.',
    };
  }
  return null;
}
