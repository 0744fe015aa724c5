import type { ErrorCode, Failure, FieldProblem } from './outcome.ts';

interface AppErrorOptions {
  readonly remedy?: string;
  readonly fields?: readonly FieldProblem[];
  readonly cause?: unknown;
}

/** The one error a service throws on purpose. The router turns it into an outcome; anything else is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string | undefined;
  readonly fields: readonly FieldProblem[] | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.remedy = options.remedy;
    this.fields = options.fields;
  }

  /** What the person sees: no stack, no cause. */
  toFailure(): Failure {
    return {
      code: this.code,
      message: this.message,
      ...(this.remedy === undefined ? {} : { remedy: this.remedy }),
      ...(this.fields === undefined ? {} : { fields: [...this.fields] }),
    };
  }
}
