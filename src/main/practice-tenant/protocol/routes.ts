import type { PracticeAnswer, GraphRequest, PracticeVersion } from './graphMessages.ts';
import { PracticeError } from './graphMessages.ts';

/** Which of Microsoft's services answers; each has its own throttling. */
export type Service = 'enrollment' | 'devices' | 'directory';

export type Handle = (request: GraphRequest, keys: readonly string[]) => PracticeAnswer;

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Segments with `*` for a key: `/users/*`. */
  readonly pattern: string;
  readonly versions: readonly PracticeVersion[];
  readonly service: Service;
  /** Any one of them suffices. */
  readonly scopes: readonly string[];
  readonly handle: Handle;
}

interface RouteMatch {
  readonly route: Route;
  readonly keys: readonly string[];
}

export const bothVersions: readonly PracticeVersion[] = ['v1.0', 'beta'];
export const betaOnly: readonly PracticeVersion[] = ['beta'];

/** Finds the route, or throws what Graph says about a path or verb that it does not serve. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  version: PracticeVersion,
  segments: readonly string[],
): RouteMatch {
  let pathIsKnown = false;
  for (const route of routes) {
    if (!route.versions.includes(version)) continue;
    const keys = matchPattern(route.pattern, segments);
    if (!keys) continue;
    pathIsKnown = true;
    if (route.method === method) return { route, keys };
  }
  if (pathIsKnown) {
    const path = segments.join('/');
    throw new PracticeError(
      400,
      'No method match route template',
      `No OData route exists that match template ~/singleton/navigation with http verb ${method} for request /${path}.`,
    );
  }
  throw new PracticeError(
    400,
    'BadRequest',
    `Resource not found for the segment '${unknownSegment(routes, version, segments)}'.`,
  );
}

function matchPattern(pattern: string, segments: readonly string[]): readonly string[] | null {
  const parts = patternParts(pattern);
  if (parts.length !== segments.length) return null;
  const keys: string[] = [];
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part === '*') keys.push(segment);
    else if (part.toLowerCase() !== segment.toLowerCase()) return null;
  }
  return keys;
}

const splitPatterns = new Map<string, readonly string[]>();

function patternParts(pattern: string): readonly string[] {
  const known = splitPatterns.get(pattern);
  if (known) return known;
  const parts = pattern.split('/').slice(1);
  splitPatterns.set(pattern, parts);
  return parts;
}

function unknownSegment(routes: readonly Route[], version: PracticeVersion, segments: readonly string[]): string {
  let longest = 0;
  for (const route of routes) {
    if (!route.versions.includes(version)) continue;
    const parts = patternParts(route.pattern);
    let length = 0;
    while (length < segments.length && length < parts.length) {
      const part = parts[length];
      if (part !== '*' && part?.toLowerCase() !== segments[length]?.toLowerCase()) break;
      length += 1;
    }
    longest = Math.max(longest, length);
  }
  return segments[longest] ?? segments.at(-1) ?? '';
}
