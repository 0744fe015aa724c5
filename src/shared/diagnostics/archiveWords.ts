import type { IntakeIssue } from '../intake/intakeIssues.ts';
import { tellIssue } from '../intake/tellIssue.ts';

const MOST_NAMES = 5;
const COLLECT_AGAIN = 'collect it again on the device, as a ZIP: mdmdiagnosticstool -area "Autopilot;TPM" -zip FILE';

/** What is wrong with an archive of diagnostics, and what to do; intake's own sentences speak of files with hashes. */
export function archiveWords(issue: IntakeIssue): string {
  switch (issue.code) {
    case 'archive.damaged': {
      const [{ paths }] = issue.about;
      return paths === null
        ? `The archive is damaged, or not all of it is there: ${COLLECT_AGAIN}.`
        : `Damaged in the archive, so not read: ${named(paths)}. What they would tell is not known.`;
    }
    case 'archive.password': {
      const [{ paths }] = issue.about;
      return `Protected with a password, so not read: ${named(paths)}. Unpack the archive, and name the folder.`;
    }
    case 'archive.compression': {
      const [{ kind, paths }] = issue.about;
      const how =
        kind === 'cab' ? 'with LZX or Quantum' : kind === 'zip' ? 'otherwise than ZIP files are' : 'into several parts';
      return `Packed ${how}, so not read: ${named(paths)}. Unpack it on Windows with “expand” and name the folder, or ${COLLECT_AGAIN}.`;
    }
    case 'archive.too-large':
      return 'The archive unpacks to more than Reseal reads. Unpack it, take out traces and setup logs, and name the folder.';
    default:
      return tellIssue(issue).message;
  }
}

function named(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMES;
  const names = paths.slice(0, MOST_NAMES).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}
