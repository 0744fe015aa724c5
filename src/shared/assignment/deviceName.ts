import { assignmentIssue, type AssignmentIssue } from './assignmentIssues.ts';
import { LONGEST_DEVICE_NAME } from './lengths.ts';

/** What is wrong with a device name, or null. Rules: Microsoft, "Create Windows Autopilot profiles", device name. */
export function checkDeviceName(name: string): AssignmentIssue | null {
  if (name === '') return assignmentIssue('deviceName.empty', 'deviceName');
  if (name.length > LONGEST_DEVICE_NAME) {
    const about = { characters: name.length, most: LONGEST_DEVICE_NAME };
    return assignmentIssue('deviceName.length', 'deviceName', about);
  }
  if (!/^[A-Za-z0-9-]+$/.test(name)) return assignmentIssue('deviceName.characters', 'deviceName');
  if (/^\d+$/.test(name)) return assignmentIssue('deviceName.digits', 'deviceName');
  return null;
}
