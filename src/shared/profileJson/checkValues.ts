import { checkTemplate } from '../profiles/nameTemplate.ts';
import type { Members } from './members.ts';
import { bit, bitsOf, hasBit, LARGEST_OOBE, unknownBitsOf } from './oobeBits.ts';
import { PROFILE_FILE_VERSION } from './profileFile.ts';
import type { ProfileJsonFinding } from './profileJsonFinding.ts';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ZERO = /^[0-]+$/;
/** Labels of letters, digits and hyphens with points between; letters of any script, as domains are shown. */
const DOMAIN = /^(?=.{4,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
/** Values of Microsoft's example: whoever leaves them has copied it. Source: `sources.page`. */
const EXAMPLES: ReadonlySet<string> = new Set([
  '1537de22-988c-4e93-b8a5-83890f34a69b',
  '7f9e6025-1e13-45f3-bf82-a3e8c5b59eac',
  'm365x373186.onmicrosoft.com',
  'tenant.onmicrosoft.com',
]);
const BOTH = [0, 1];

export const isGuid = (text: string): boolean => GUID.test(text) && !ZERO.test(text);
export const isDomain = (text: string): boolean => DOMAIN.test(text);

/**
 * What is wrong with the values. Sources: Microsoft, “Windows Autopilot deployment for existing devices”
 * (https://learn.microsoft.com/en-us/autopilot/existing-devices), JSON file properties; for names “Configure Autopilot profiles”
 * (https://learn.microsoft.com/en-us/autopilot/profiles).
 */
export function checkValues(members: Members): readonly ProfileJsonFinding[] {
  return [
    ...guidFindings(members, 'CloudAssignedTenantId'),
    ...guidFindings(members, 'ZtdCorrelationId'),
    ...domainFindings(members),
    ...choiceFindings(members),
    ...oobeFindings(members),
    ...nameFindings(members),
    ...versionFindings(members),
  ];
}

function guidFindings({ text, at }: Members, name: string): readonly ProfileJsonFinding[] {
  const value = text(name);
  if (value === null) return [];
  if (value.trim() === '') return [at(name, { code: 'profileJson.blank' })];
  if (EXAMPLES.has(value.toLowerCase())) return [at(name, { code: 'profileJson.exampleValue' })];
  if (/^\s*[{(].*[)}]\s*$/.test(value)) return [at(name, { code: 'profileJson.braces' })];
  if (!GUID.test(value)) return [at(name, { code: 'profileJson.notGuid' })];
  return ZERO.test(value) ? [at(name, { code: 'profileJson.zeroGuid' })] : [];
}

function domainFindings({ text, at }: Members): readonly ProfileJsonFinding[] {
  const name = 'CloudAssignedTenantDomain';
  const value = text(name);
  if (value === null) return [];
  if (value.trim() === '') return [at(name, { code: 'profileJson.blank' })];
  if (EXAMPLES.has(value.toLowerCase())) return [at(name, { code: 'profileJson.exampleValue' })];
  return isDomain(value) ? [] : [at(name, { code: 'profileJson.notDomain' })];
}

/** Numbers that can be 0 or 1. */
function choiceFindings({ number, at }: Members): readonly ProfileJsonFinding[] {
  const names = [
    'CloudAssignedDomainJoinMethod',
    'CloudAssignedForcedEnrollment',
    'HybridJoinSkipDCConnectivityCheck',
    'CloudAssignedAutopilotUpdateDisabled',
  ];
  const wrong = names.flatMap((name) => {
    const value = number(name);
    return value === null || BOTH.includes(value)
      ? []
      : [at(name, { code: 'profileJson.notAllowed', value, allowed: BOTH })];
  });
  const skips = 'HybridJoinSkipDCConnectivityCheck';
  return [
    ...wrong,
    ...(number('CloudAssignedForcedEnrollment') === 0
      ? [at('CloudAssignedForcedEnrollment', { code: 'profileJson.notForced' })]
      : []),
    ...(number(skips) === 1 && number('CloudAssignedDomainJoinMethod') === 0
      ? [at(skips, { code: 'profileJson.hybridOnly' })]
      : []),
  ];
}

function oobeFindings({ number, text, at }: Members): readonly ProfileJsonFinding[] {
  const name = 'CloudAssignedOobeConfig';
  const value = number(name);
  if (value === null) return [];
  if (!Number.isInteger(value) || value < 0 || value > LARGEST_OOBE) {
    return [at(name, { code: 'profileJson.oobeRange', value })];
  }
  const selfDeploying = bitsOf(value).filter((one) => one.bit === bit.tpmAttestation || one.bit === bit.deviceSignsIn);
  const undocumented = bitsOf(value).filter(
    (one) => one.namedIn === 'scripts' && one.bit !== bit.tpmRequired && !selfDeploying.includes(one),
  );
  const rest = unknownBitsOf(value);
  const namesOf = (bits: typeof undocumented) => bits.map((one) => one.name);
  return [
    ...(selfDeploying.length === 0
      ? []
      : [at(name, { code: 'profileJson.oobeSelfDeploying', names: namesOf(selfDeploying) })]),
    ...(hasBit(value, bit.tpmRequired) ? [at(name, { code: 'profileJson.oobeTpm' })] : []),
    ...(hasBit(value, bit.skipKeyboard) && (text('CloudAssignedLanguage') ?? '') === ''
      ? [at(name, { code: 'profileJson.oobeKeyboard' })]
      : []),
    ...(rest === 0 ? [] : [at(name, { code: 'profileJson.oobeUnknown', rest })]),
    ...(undocumented.length === 0
      ? []
      : [at(name, { code: 'profileJson.oobeUndocumented', names: namesOf(undocumented) })]),
  ];
}

function nameFindings({ text, number, at }: Members): readonly ProfileJsonFinding[] {
  const name = 'CloudAssignedDeviceName';
  const value = text(name);
  if (value === null || value === '') return [];
  if (number('CloudAssignedDomainJoinMethod') === 1) {
    return [at(name, { code: 'profileJson.deviceName', problem: { code: 'profiles.nameHybrid' } })];
  }
  return checkTemplate(value, { devices: 1, longestSerialNumber: null }).map((problem) =>
    at(name, { code: 'profileJson.deviceName', problem }),
  );
}

function versionFindings({ number, at }: Members): readonly ProfileJsonFinding[] {
  const version = number('Version');
  return version === null || version === PROFILE_FILE_VERSION
    ? []
    : [at('Version', { code: 'profileJson.version', version })];
}
