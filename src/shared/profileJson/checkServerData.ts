import type { Members } from './members.ts';
import { isDomain } from './checkValues.ts';
import type { ProfileJsonFinding } from './profileJsonFinding.ts';
import { readObject } from './readObject.ts';

const NAME = 'CloudAssignedAadServerData';
const CONFIG = 'ZeroTouchConfig';
/** The empty user as Microsoft's page prints it, which is no JSON: the backslash escapes the quotation mark behind it. */
const MISPRINT = /"CloudAssignedTenantUpn"\s*:\s*"\\"\s*,/;

/**
 * The JSON that stands as a text in the JSON: it must be read by itself, and say the same. Sources: Microsoft, “Windows Autopilot
 * deployment for existing devices” (https://learn.microsoft.com/en-us/autopilot/existing-devices), whose two examples print the
 * empty user as `\"\\\"`, and the same page as it was on 10 March 2023 (`sources.pageOf2023`), which prints `\"\"`.
 */
export function checkServerData(members: Members): readonly ProfileJsonFinding[] {
  const value = members.text(NAME);
  if (value === null) return [];
  if (value.trim() === '') return [members.at(NAME, { code: 'profileJson.blank' })];
  const { members: outer, findings } = readObject(value);
  if (outer === null || findings.length > 0) {
    return [members.at(NAME, { code: MISPRINT.test(value) ? 'profileJson.dataMisprint' : 'profileJson.dataNotJson' })];
  }
  const config = outer.find(({ name }) => name === CONFIG)?.value;
  if (typeof config !== 'object' || config === null) {
    return [members.at(NAME, { code: 'profileJson.dataShape', lacks: CONFIG })];
  }
  return configFindings(members, Object.entries(config));
}

function configFindings(
  members: Members,
  config: readonly (readonly [string, unknown])[],
): readonly ProfileJsonFinding[] {
  const inside = new Map(config);
  const at = (said: ProfileJsonFinding['said'], name: string): ProfileJsonFinding => ({
    said,
    line: members.line(NAME),
    property: `${NAME} › ${CONFIG} › ${name}`,
  });
  return [
    ...domainFindings(members, inside.get('CloudAssignedTenantDomain'), at),
    ...forcedFindings(members, inside.get('ForcedEnrollment'), at),
    ...userFindings(inside, at),
  ];
}

type At = (said: ProfileJsonFinding['said'], name: string) => ProfileJsonFinding;

function domainFindings(members: Members, inside: unknown, at: At): readonly ProfileJsonFinding[] {
  const name = 'CloudAssignedTenantDomain';
  if (typeof inside !== 'string' || inside.trim() === '') {
    return [members.at(NAME, { code: 'profileJson.dataShape', lacks: name })];
  }
  const outside = members.text(name);
  if (outside === null || outside.toLowerCase() === inside.toLowerCase()) return [];
  return [
    at({ code: 'profileJson.domainDisagrees', outside, inside }, name),
    ...(isDomain(inside) ? [] : [at({ code: 'profileJson.notDomain' }, name)]),
  ];
}

function forcedFindings(members: Members, inside: unknown, at: At): readonly ProfileJsonFinding[] {
  const outside = members.number('CloudAssignedForcedEnrollment');
  if (typeof inside !== 'number' || outside === null || outside === inside) return [];
  return [at({ code: 'profileJson.forcedDisagrees', outside, inside }, 'ForcedEnrollment')];
}

function userFindings(inside: ReadonlyMap<string, unknown>, at: At): readonly ProfileJsonFinding[] {
  const name = 'CloudAssignedTenantUpn';
  const user = inside.get(name);
  // Whose address it is, is not told: it is a person's.
  return typeof user === 'string' && user.trim() !== '' ? [at({ code: 'profileJson.userNamed' }, name)] : [];
}
