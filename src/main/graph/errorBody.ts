import { z } from 'zod';
import { redactSecrets } from './redactSecrets.ts';

/** What Microsoft says about a refusal, with the secrets taken out. */
export interface ErrorBody {
  readonly code: string | null;
  readonly message: string | null;
  readonly requestId: string | null;
  /** Intune writes it into the message where the header is missing. */
  readonly retryAfter: string | null;
}

const odataError = z.object({
  error: z.object({
    code: z.string().nullish(),
    message: z.string().nullish(),
    innerError: z.object({ 'request-id': z.string().nullish() }).nullish().catch(null),
  }),
});

const intuneMessage = z.object({
  Message: z.string(),
  RetryAfter: z.union([z.string(), z.number().transform(String)]).nullish(),
});

const nothingSaid: ErrorBody = { code: null, message: null, requestId: null, retryAfter: null };

/** Reads Graph's error shape; Intune's message is itself a JSON text, whose `Message` is what matters. */
export function readErrorBody(body: unknown): ErrorBody {
  const parsed = odataError.safeParse(body);
  if (!parsed.success) return nothingSaid;
  const { code, message, innerError } = parsed.data.error;
  const intune = intuneMessage.safeParse(jsonOrNull(message));
  const text = intune.success ? intune.data.Message : message;
  return {
    code: code ?? null,
    message: text === null || text === undefined ? null : tidy(text),
    requestId: innerError?.['request-id'] ?? null,
    retryAfter: intune.success ? (intune.data.RetryAfter ?? null) : null,
  };
}

function tidy(message: string): string | null {
  const beforeOperation = message.split(' - Operation ID')[0] ?? '';
  const text = redactSecrets(beforeOperation).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return text === '' ? null : text;
}

function jsonOrNull(text: string | null | undefined): unknown {
  if (!text?.startsWith('{')) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // a message that merely begins with a brace
  }
}
