import { createHash } from 'node:crypto';
import { RECOVERY_KEY_SHAPE, readRecoveryKey } from '../../shared/vault/recoveryKey.ts';
import { HASH_START, JSON_WEB_TOKEN, SECRET_RUN } from '../../shared/secretText.ts';

const SECRET_KEYS =
  /hash|token|secret|password|authorization|cookie|assigneduser|userprincipalname|upn|mail|account|displayname|verifier/i;
/** Identifiers of a customer's tenant: the end is enough to tell two apart. */
const SHORTENED_KEYS = /^(directoryId|entraTenantId)$/;
const BEARER = /(bearer\s+)\S+/gi;
const ADDRESS = /[\p{L}\p{N}._%+'#!-]+@[\p{L}\p{N}][\p{L}\p{N}.-]*/gu;
const HASH_LIKE_CHARACTERS = 48;
const CERTAINLY_DATA_CHARACTERS = 200;
const MAX_DEPTH = 8;

/**
 * A value as the log may hold it: hardware hashes become their length and a digest, tokens and people's addresses a
 * placeholder, wherever they stand.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? value.toString() : value;
  if (depth >= MAX_DEPTH) return '[nested]';
  if (value instanceof Date) return value;
  if (value instanceof Error) return redactText(value.stack ?? value.message);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redactText(key), redactProperty(key, item, depth + 1)]),
  );
}

function redactProperty(key: string, value: unknown, depth: number): unknown {
  if (SHORTENED_KEYS.test(key) && typeof value === 'string') return `…${value.slice(-4)}`;
  if (!SECRET_KEYS.test(key) || typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return redact(value, depth);
  }
  return typeof value === 'string' && value.length >= HASH_LIKE_CHARACTERS ? digestOf(value) : '[redacted]';
}

function redactText(text: string): string {
  return text
    .replace(BEARER, '$1[token]')
    .replace(JSON_WEB_TOKEN, '[token]')
    .replace(RECOVERY_KEY_SHAPE, (found) => (readRecoveryKey(found).ok ? '[recovery key]' : found))
    .replace(HASH_START, digestOf)
    .replace(SECRET_RUN, (run) => (looksLikeData(run) ? digestOf(run) : run))
    .replace(ADDRESS, '[address]');
}

/** Long paths are made of the same characters; data mixes digits and capitals, or is longer than any path. */
function looksLikeData(run: string): boolean {
  return run.length >= CERTAINLY_DATA_CHARACTERS || (/\d/.test(run) && /[A-Z]/.test(run));
}

function digestOf(secret: string): string {
  const digest = createHash('sha256').update(secret).digest('hex').slice(0, 8);
  return `[${secret.length} characters, digest ${digest}]`;
}
