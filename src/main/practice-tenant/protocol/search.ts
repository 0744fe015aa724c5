import { PracticeError, type GraphRequest, type JsonObject } from './graphMessages.ts';

/**
 * Applies the directory's `$search="property:text" OR "property:text"`. Graph serves it only with the header
 * `ConsistencyLevel: eventual`; text matches the beginning of any word.
 */
export function searchRows(request: GraphRequest, rows: readonly JsonObject[]): readonly JsonObject[] {
  const search = request.query.get('$search');
  if (search === null) return rows;
  if (request.headers['consistencylevel']?.toLowerCase() !== 'eventual') {
    throw new PracticeError(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const clauses = search.split(/\s+OR\s+/).map(readClause);
  return rows.filter((row) => clauses.some(({ property, text }) => startsAWord(row[property], text)));
}

interface Clause {
  readonly property: string;
  readonly text: string;
}

function readClause(clause: string): Clause {
  const match = /^"(\w+):((?:[^"\\]|\\.)*)"$/.exec(clause.trim());
  if (!match)
    throw new PracticeError(
      400,
      'BadRequest',
      `Syntax error: character '${clause.charAt(0)}' is not valid at position 0 in '${clause}'.`,
    );
  const [, property = '', text = ''] = match;
  return { property, text: text.replaceAll(/\\(.)/g, '$1').toLowerCase() };
}

function startsAWord(value: JsonObject[string], text: string): boolean {
  if (typeof value !== 'string') return false;
  const lower = value.toLowerCase();
  return lower.startsWith(text) || lower.split(/[\s.@]+/).some((word) => word.startsWith(text));
}
