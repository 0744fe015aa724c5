import type { Failure } from '../../../../shared/outcome/outcome.ts';
import { type ExitStatus, exitStatus, exitStatusOf } from './exitStatus.ts';

/** A command ends here: one sentence for the person, one number for the script. */
export class CommandError extends Error {
  readonly status: ExitStatus;

  constructor(message: string, status: ExitStatus, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
    this.status = status;
  }
}

/** The command was called in a way that it does not know; nothing was done. */
export function usageError(message: string): CommandError {
  return new CommandError(message, exitStatus.usage);
}

/** The backend's refusal with its remedy, and the exit status that belongs to its code. */
export function refusedBy(failure: Failure): CommandError {
  return new CommandError([failure.message, failure.remedy ?? ''].join(' ').trim(), exitStatusOf(failure.code));
}
