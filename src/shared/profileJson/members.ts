import type { ProfileJsonFinding, ProfileJsonSaid, ValueKind } from './profileJsonFinding.ts';
import { fileProperties } from './profileFile.ts';
import type { Member } from './readObject.ts';

/** The properties of the file by name. A name that is written twice counts as Windows' own reader has it: the last. */
export interface Members {
  readonly text: (name: string) => string | null;
  readonly number: (name: string) => number | null;
  readonly line: (name: string) => number | null;
  /** A finding at a property. */
  readonly at: (name: string, said: ProfileJsonSaid) => ProfileJsonFinding;
}

export function membersByName(members: readonly Member[]): Members {
  const byName = new Map(members.map((member) => [member.name, member]));
  const line = (name: string) => byName.get(name)?.line ?? null;
  return {
    text: (name) => {
      const value = byName.get(name)?.value;
      return typeof value === 'string' ? value : null;
    },
    number: (name) => {
      const value = byName.get(name)?.value;
      return typeof value === 'number' ? value : null;
    },
    line,
    at: (property, said) => ({ said, line: line(property), property }),
  };
}

/** What is wrong with the properties as such: missing, written otherwise, twice, of another type, or not known. */
export function checkNames(members: readonly Member[]): readonly ProfileJsonFinding[] {
  const { at } = membersByName(members);
  const known = fileProperties.flatMap(({ name, type, isRequired }): ProfileJsonFinding[] => {
    const written = members.filter((member) => member.name === name);
    const [first] = written;
    if (first === undefined) return isRequired ? [missing(name, members)] : [];
    const found = kindOf(first.value);
    return [
      ...(written.length > 1 ? [at(name, { code: 'profileJson.duplicate' })] : []),
      ...(found === type ? [] : [at(name, { code: 'profileJson.wrongType', expected: type, found })]),
    ];
  });
  return [...known, ...members.flatMap((member) => strangeName(member, members))];
}

const nameOf = (written: string): string | undefined =>
  fileProperties.find(({ name }) => name.toLowerCase() === written.toLowerCase())?.name;

function missing(property: string, members: readonly Member[]): ProfileJsonFinding {
  const other = members.find(({ name }) => nameOf(name) === property);
  return other === undefined
    ? { said: { code: 'profileJson.missing' }, line: null, property }
    : { said: { code: 'profileJson.nameCase', written: other.name }, line: other.line, property };
}

function strangeName({ name, line }: Member, members: readonly Member[]): readonly ProfileJsonFinding[] {
  const meant = nameOf(name);
  if (meant === name) return [];
  if (meant === undefined) return [{ said: { code: 'profileJson.unknownProperty' }, line, property: name }];
  const isRequired = fileProperties.some((one) => one.name === meant && one.isRequired);
  // Of a required one it is said that it is missing under its name.
  if (isRequired && !members.some((member) => member.name === meant)) return [];
  return [{ said: { code: 'profileJson.nameCase', written: name }, line, property: meant }];
}

const kinds: Readonly<Record<string, ValueKind>> = { string: 'text', number: 'number', boolean: 'truth' };

function kindOf(value: unknown): ValueKind {
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'list' : (kinds[typeof value] ?? 'object');
}
