import { assignmentIssue, type AssignmentIssue } from './assignmentIssues.ts';
import { turnsText } from '../intake/cleanText.ts';
import { LONGEST_GROUP_TAG } from './lengths.ts';

/** What is wrong with a group tag, or null. An error Intune refuses; a warning makes group rules miss the device. */
export function checkGroupTag(tag: string): AssignmentIssue | null {
  if (tag.length > LONGEST_GROUP_TAG) {
    return assignmentIssue('groupTag.length', 'groupTag', { characters: tag.length, most: LONGEST_GROUP_TAG });
  }
  // Intune's CSV has no way to quote a value.
  if (/[,"\r\n]/.test(tag)) return assignmentIssue('groupTag.characters', 'groupTag');
  if (turnsText(tag)) return assignmentIssue('groupTag.direction', 'groupTag');
  return tag === tag.trim() ? null : assignmentIssue('groupTag.blanks', 'groupTag');
}

/** Whether two different tags differ in case or blanks only: group rules take them for two, people seldom do. */
export function isNearGroupTag(tag: string, other: string): boolean {
  return tag !== other && folded(tag) === folded(other);
}

const folded = (tag: string): string => tag.replaceAll(/\s+/g, '').toLowerCase();
