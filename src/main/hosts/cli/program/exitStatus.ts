import type { ErrorCode } from '../../../../shared/outcome/outcome.ts';

/** What a command tells the script that called it. */
export const exitStatus = {
  done: 0,
  /** Done, but a person must look at something. */
  attention: 1,
  /** The command line was wrong. */
  usage: 2,
  /** Could not run. */
  failed: 3,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The exit status of a procedure that was refused. */
export function exitStatusOf(code: ErrorCode): ExitStatus {
  switch (code) {
    case 'invalid-input':
    case 'not-found':
      return exitStatus.usage;
    case 'blocked':
    case 'conflict':
    case 'unprintable':
      return exitStatus.attention;
    case 'cancelled':
    case 'offline':
    case 'signed-out':
    case 'forbidden':
    case 'throttled':
    case 'microsoft':
    case 'unsupported':
    case 'unreadable':
    case 'too-large':
    case 'database':
    case 'key-missing':
    case 'key-store':
    case 'key-wrong':
    case 'busy':
    case 'disk-full':
    case 'disk-failed':
    case 'read-only':
    case 'too-many-files':
    case 'damaged':
    case 'queue-gone':
    case 'not-a-queue':
    case 'internal':
      return exitStatus.failed;
  }
}
