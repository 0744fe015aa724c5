import type { JsonObject } from './graphMessages.ts';

interface ErrorContext {
  readonly now: number;
  readonly requestId: string;
  readonly clientRequestId: string;
  /** Intune wraps its message in a JSON string; the directory does not. */
  readonly isIntune: boolean;
}

/** Graph's error body, `message` being Intune's JSON string where Intune speaks. */
export function graphErrorBody(code: string, message: string, context: ErrorContext): JsonObject {
  return {
    error: {
      code,
      message: context.isIntune ? intuneMessage(message, context) : message,
      innerError: {
        date: new Date(context.now).toISOString().slice(0, 19),
        'request-id': context.requestId,
        'client-request-id': context.clientRequestId,
      },
    },
  };
}

function intuneMessage(message: string, context: ErrorContext): string {
  const tail = `Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: ${context.clientRequestId} - Url: https://practice.invalid/`;
  return JSON.stringify(
    {
      _version: 3,
      Message: `${message} - ${tail}`,
      CustomApiErrorPhrase: '',
      RetryAfter: null,
      ErrorSourceService: '',
      HttpHeaders: '{}',
    },
    null,
    2,
  ).replaceAll('\n', '\r\n');
}
