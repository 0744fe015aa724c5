import type { PracticeAnswer, GraphRequest, JsonObject } from './graphMessages.ts';
import { PracticeError, textOf } from './graphMessages.ts';
import { comparisonsOf, parseFilter, passesFilter, type ODataFilter } from './filter.ts';

/** What one collection of Graph allows; everything else is refused as Graph does. */
interface CollectionRules {
  /** Path below the version, e.g. `deviceManagement/managedDevices`. */
  readonly path: string;
  /** Rows in one page when the caller does not say. */
  readonly pageSize: number;
  /** Comparisons that work, as `kind property`. */
  readonly filters: readonly string[];
  /** Writes and reads the place where a page ended. */
  readonly skipToken?: SkipToken;
  /** Whether a larger `$top` than it serves is refused, as the directory does, or cut. */
  readonly refusesLargeTop?: boolean;
}

export interface SkipToken {
  /** `end` is how many rows came up to and with this one. */
  readonly write: (lastRow: JsonObject, end: number) => string;
  /** How many rows came before the next page; null for a token that was not given here. */
  readonly read: (rows: readonly JsonObject[], token: string) => number | null;
}

const LARGEST_PAGE = 999;

/** The row that a page ended with, and where it stood, for when it has gone: opaque to the caller. */
const idToken: SkipToken = {
  write: (row, end) => Buffer.from(`${end} ${textOf(row, 'id')}`).toString('base64url'),
  read(rows, token) {
    const [, end, id] = /^(\d+) (.*)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
    if (end === undefined) return null;
    const lastIndex = rows.findIndex((row) => row['id'] === id);
    return lastIndex < 0 ? Number(end) - 1 : lastIndex + 1;
  },
};

/**
 * Answers a list: filters, pages with `$top` and `$skiptoken`, selects. The rows come in their fixed order.
 * Refuses a filter outside the rules with Graph's bare 400.
 */
export function answerCollection(
  request: GraphRequest,
  rules: CollectionRules,
  rows: readonly JsonObject[],
): PracticeAnswer {
  const filter = readFilter(request.query.get('$filter'), rules);
  const wanted = filter ? rows.filter((row) => passesFilter(filter, row)) : rows;
  const top = readTop(request.query.get('$top'), rules);
  const skipToken = rules.skipToken ?? idToken;
  const page = pageAfter(wanted, request.query.get('$skiptoken'), top, skipToken);
  const last = page.rows.at(-1);
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, rules.path),
      ...(request.query.get('$count') === 'true' ? { '@odata.count': wanted.length } : {}),
      ...(page.end < wanted.length && last
        ? { '@odata.nextLink': nextLink(request, rules.path, skipToken.write(last, page.end)) }
        : {}),
      value: page.rows.map((row) => selectProperties(row, request.query.get('$select'))),
    },
  };
}

/** Answers one entity with its context, `$select` applied. */
export function answerEntity(request: GraphRequest, path: string, entity: JsonObject, status = 200): PracticeAnswer {
  return {
    status,
    body: {
      '@odata.context': `${contextOf(request, path)}/$entity`,
      ...selectProperties(entity, request.query.get('$select')),
    },
  };
}

/** Answers what an action or function returns: a collection that belongs to no path and does not page. */
export function answerActionResult(
  request: GraphRequest,
  typeName: string,
  value: readonly JsonObject[],
): PracticeAnswer {
  return {
    status: 200,
    body: { '@odata.context': contextOf(request, `Collection(microsoft.graph.${typeName})`), value },
  };
}

function contextOf(request: GraphRequest, path: string): string {
  return `${request.root}/$metadata#${path}`;
}

function readFilter(text: string | null, rules: CollectionRules): ODataFilter | null {
  if (text === null || text === '') return null;
  const filter = parseFilter(text);
  if (!filter || comparisonsOf(filter).some((comparison) => !rules.filters.includes(comparison))) {
    throw new PracticeError(400, 'BadRequest', 'An error has occurred');
  }
  return filter;
}

function readTop(text: string | null, { pageSize, refusesLargeTop = false }: CollectionRules): number {
  if (text === null) return pageSize;
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1) {
    throw new PracticeError(400, 'BadRequest', `Invalid value '${text}' for $top query option found.`);
  }
  if (refusesLargeTop && top > LARGEST_PAGE) {
    throw new PracticeError(
      400,
      'Request_UnsupportedQuery',
      `Invalid page size specified: '${top}'. Must be between 1 and ${LARGEST_PAGE} inclusive.`,
    );
  }
  return Math.min(top, LARGEST_PAGE);
}

function pageAfter(
  rows: readonly JsonObject[],
  token: string | null,
  top: number,
  skipToken: SkipToken,
): { readonly rows: readonly JsonObject[]; readonly end: number } {
  const start = token === null ? 0 : skipToken.read(rows, token);
  if (start === null) throw new PracticeError(400, 'BadRequest', 'Skip token is null or invalid.');
  return { rows: rows.slice(start, start + top), end: start + top };
}

function nextLink(request: GraphRequest, path: string, token: string): string {
  const query = new URLSearchParams(request.query);
  query.set('$skiptoken', token);
  // Graph leaves the dollar signs as they are.
  return `${request.root}/${path}?${query.toString().replaceAll('%24', '$')}`;
}

function selectProperties(row: JsonObject, select: string | null): JsonObject {
  if (select === null || select === '') return row;
  const names = new Set(select.split(',').map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name.startsWith('@') || names.has(name.toLowerCase())),
  );
}
