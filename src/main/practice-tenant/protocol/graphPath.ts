import type { PracticeVersion } from './graphMessages.ts';

/** Splits `/beta/users('ada')` into the version and decoded segments; `null` for a path that is not Graph's. */
export function readGraphPath(
  path: string,
): { readonly version: PracticeVersion; readonly segments: readonly string[] } | null {
  const [first, ...rest] = path.split('/').slice(1);
  if (first !== 'v1.0' && first !== 'beta') return null;
  return { version: first, segments: readSegments(rest) };
}

/** Decodes segments and turns key predicates, `users('x')` and `devices(deviceId='x')`, into segments of their own. */
export function readSegments(parts: readonly string[]): readonly string[] {
  return parts.filter((part) => part !== '').flatMap((part) => splitKeyPredicate(decode(part)));
}

function splitKeyPredicate(segment: string): readonly string[] {
  const match = /^(\w+)\((\w+=)?'(.*)'\)$/.exec(segment);
  if (!match) return [segment];
  const [, name = '', alternateKey = '', key = ''] = match;
  return [name, alternateKey + key.replaceAll("''", "'")];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign is passed on as it came, as a web server would.
    return part;
  }
}
