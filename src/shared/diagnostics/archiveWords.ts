import type { IntakeIssue } from '../intake/intakeIssues.ts';
import { tellIssue } from '../intake/tellIssue.ts';

const MOST_NAMES = 5;
const COLLECT_AGAIN = 'collect it again on the device, as a ZIP: mdmdiagnosticstool -area "Autopilot;TPM" -zip FILE';

/** By what an archive was packed with, how a person calls it. */
const compressions = {
  cab: 'with LZX or Quantum',
  cabInParts: 'into several parts',
  zip: 'otherwise than ZIP files are',
} as const;

/** What is wrong with an archive of diagnostics, and what to do; intake's own sentences speak of files with hashes. */
export function archiveWords(issue: IntakeIssue): string {
  if (issue.code === 'archive.damaged') {
    const [{ paths }] = issue.about;
    return paths === null
      ? `The archive is damaged, or not all of it is there: ${COLLECT_AGAIN}.`
      : `Damaged in the archive, so not read: ${named(paths)}. What they would tell is not known.`;
  }
  if (issue.code === 'archive.password') {
    const [{ paths }] = issue.about;
    return `Protected with a password, so not read: ${named(paths)}. Unpack the archive, and name the folder.`;
  }
  if (issue.code === 'archive.compression') {
    const [{ kind, paths }] = issue.about;
    return `Packed ${compressions[kind]}, so not read: ${named(paths)}. Unpack it on Windows with “expand” and name the folder, or ${COLLECT_AGAIN}.`;
  }
  if (issue.code === 'archive.too-large') {
    return 'The archive unpacks to more than Reseal reads. Unpack it, take out traces and setup logs, and name the folder.';
  }
  return tellIssue(issue).message;
}

function named(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMES;
  const names = paths.slice(0, MOST_NAMES).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}
