import { nameOf } from '../../../../shared/diagnostics/diagnosticFile.ts';
import {
  appWords,
  attestationWords,
  domainJoinWords,
  stepWords,
  tellCause,
  tellStop,
  verdictWords,
} from '../../../../shared/diagnostics/answer/answerWords.ts';
import type { Diagnosis } from '../../../../shared/diagnostics/answer/diagnose.ts';
import type { Fact } from '../../../../shared/diagnostics/answer/fact.ts';
import type { QueueAnswer } from '../../../../shared/diagnostics/queue/queueAnswer.ts';
import { tellMatch } from '../../../../shared/diagnostics/queue/queueWords.ts';
import { screenWords } from '../../../../shared/diagnostics/answer/statusPage.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { oobeWords } from '../../../../shared/profileJson/oobeBits.ts';
import type { ReadDiagnostics } from '../../../diagnostics/readPaths.ts';
import { factList } from '../output/table.ts';

const NOT_TOLD = 'nothing of what was collected tells it';

/** The answer for people, in the order in which a technician needs it. */
export function diagnosisText(
  read: ReadDiagnostics,
  diagnosis: Diagnosis,
  queue: QueueAnswer | null,
  formatter: Formatter,
): string {
  const { stop, product, causes, damage, notCollected } = diagnosis;
  return [
    [read.path],
    stop === null ? [] : [tellStop(stop), ...(queue?.advice ? tellCause(queue.advice) : [])],
    queue === null ? [] : ['In the queue', tellMatch(queue.match)],
    product === 'devicePreparation' ? ['This device went through device preparation, which this tells little of.'] : [],
    ['Device', deviceLines(diagnosis)],
    ['What failed', ...failureLines(diagnosis, formatter)],
    causes.length === 0 ? [] : ['What is known of it', ...causes.map((cause) => tellCause(cause).join('\n'))],
    appLines(diagnosis),
    ['Profile', profileLines(diagnosis, formatter)],
    ['TPM', ...attestationLines(diagnosis)],
    ['Enrollment', enrollmentLines(diagnosis)],
    ['What happened', ...timelineLines(diagnosis, formatter)],
    agentLines(diagnosis),
    domainJoinLines(diagnosis),
    ['Clock and network', rows(surroundings(diagnosis, formatter))],
    [
      'Not collected, so nothing is known of it',
      ...notCollected.map(({ what, tells, code }) => `- ${what}: ${tells}${code === null ? '' : ` (${code})`}`),
    ],
    damage.length + read.problems.length === 0
      ? []
      : ['Damaged', ...[...damage, ...read.problems].map((line) => `- ${line}`)],
    unknownFiles(read),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

type Row = readonly [string, string | null];

/** The rows that something tells. */
function rows(all: readonly Row[]): string {
  const known = all.filter(([, value]) => value !== null);
  return known.length === 0 ? 'Nothing of it was collected.' : factList(known);
}

/** A fact with the file that tells it. */
function told<Value>(found: Fact<Value> | null, words: (value: Value) => string = String): string | null {
  return found === null ? null : `${words(found.value)}  [${nameOf(found.file)}]`;
}

function deviceLines({ device }: Diagnosis): string {
  const other: readonly Row[] =
    device.otherSerialNumber === null ? [] : [['Another serial number in the hash', told(device.otherSerialNumber)]];
  return rows([
    ['Maker', told(device.manufacturer)],
    ['Model', told(device.model)],
    ['Serial number', told(device.serialNumber)],
    ...other,
    ['Name', told(device.computerName)],
    ['SMBIOS UUID', told(device.smbiosUuid)],
    ['ZTDID', told(device.ztdId)],
    ['Entra device ID', told(device.entraDeviceId)],
    ['Windows', told(device.osVersion)],
  ]);
}

function failureLines({ failure, page, technicianFlow: flow }: Diagnosis, formatter: Formatter): readonly string[] {
  const times = [
    ...(flow.startedAt === null
      ? []
      : [`The technician flow was started ${instantWords(flow.startedAt.value, formatter)}.`]),
    ...(flow.result === null ? [] : [`It ended: ${flow.result.value}. [${nameOf(flow.result.file)}]`]),
  ];
  if (failure === null) {
    const reached = page.map(({ phase, state }) => `${screenWords(phase, null)}: ${stepWords[state]}`);
    return ['No step that failed is told by what was collected.', ...reached, ...times];
  }
  const { screen, text, code, at, file, place } = failure;
  return [
    `${screen}${code === null ? '' : `: ${code}`}`,
    ...(text === null ? [] : [`The screen said: ${text}`]),
    ...(at === null ? [] : [`When: ${instantWords(at.value, formatter)} [${nameOf(at.file)}]`]),
    `Told by: ${nameOf(file)}, ${place}`,
    ...times,
  ];
}

function appLines({ apps: { apps, isListed } }: Diagnosis): readonly string[] {
  const lines = [
    ...(isListed?.value === false
      ? [`The list of the apps never came, so the page stays at “Identifying”. [${nameOf(isListed.file)}]`]
      : []),
    ...apps.map((app) => `- ${appWords(app)} [${nameOf(app.file)}]`),
  ];
  return lines.length === 0 ? [] : ['Apps', ...lines];
}

function profileLines({ profile }: Diagnosis, formatter: Formatter): string {
  return rows([
    ['What came', told(profile.verdict, (verdict) => verdictWords[verdict])],
    ['Profile', told(profile.name)],
    ['Tenant', told(profile.tenantDomain)],
    ['Tenant ID', told(profile.tenantId)],
    ['Downloaded', told(profile.downloadedAt, (at) => instantWords(at, formatter))],
    ['Join', told(profile.joinType, (join) => (join === 'hybrid' ? 'Microsoft Entra hybrid' : 'Microsoft Entra'))],
    ['Setup pages', told(profile.oobeConfig, oobeWords)],
    [
      'Assigned',
      told(profile.isAssigned, (isAssigned) => (isAssigned ? 'to this device' : 'no, the default of the tenant')),
    ],
  ]);
}

function attestationLines({ attestation }: Diagnosis): readonly string[] {
  const { state, code, attempts, refusal, httpStatus, join, tpmVersion, texts } = attestation;
  const joined = join?.value ?? null;
  return [
    rows([
      ['Attestation', told(state, (value) => attestationWords[value]) ?? NOT_TOLD],
      ['Code', told(code)],
      ['Attempts', told(attempts, ({ made, most }) => (most === null ? String(made) : `${made} of ${most}`))],
      ['Refused with', told(refusal) ?? told(httpStatus, (status) => `HTTP ${status}`)],
      [
        'Join refused',
        joined === null ? null : told(join, () => [joined.code, joined.subCode].filter(Boolean).join(', ')),
      ],
      ['TPM', told(tpmVersion)],
    ]),
    ...texts.map(({ file, value }) => `${nameOf(file)} says:\n${value.replaceAll(/^/gm, '  ')}`),
  ];
}

function enrollmentLines({ enrollment }: Diagnosis): string {
  const { isEnrolled, intuneDeviceId, timeoutMinutes, isDevicePageShown, allows } = enrollment;
  return rows([
    ['Enrolled', told(isEnrolled, (value) => (value ? 'yes' : 'no')) ?? NOT_TOLD],
    ['Intune device ID', told(intuneDeviceId)],
    [
      'Status page',
      told(isDevicePageShown, (isShown) => (isShown ? 'shown for the device' : 'not shown for the device')),
    ],
    ['Its time-out', told(timeoutMinutes, (minutes) => `${minutes} minutes`)],
    [
      'It allows',
      told(allows, ({ reset, tryAgain, continueAnyway }) => {
        const all = [reset && 'reset', tryAgain && 'try again', continueAnyway && 'continue anyway'].filter(Boolean);
        return all.length === 0 ? 'nothing' : all.join(', ');
      }),
    ],
  ]);
}

function timelineLines({ timeline }: Diagnosis, formatter: Formatter): readonly string[] {
  if (timeline.length === 0) return ['Nothing of it was collected.'];
  return timeline.map(({ at, words, code, isFailure, event }) => {
    const number = event === null ? '' : ` (event ${event})`;
    return `${at}  ${formatter.time(at)}  ${isFailure ? '✗ ' : ''}${words}${code === null ? '' : `: ${code}`}${number}`;
  });
}

function agentLines({ agentStory }: Diagnosis): readonly string[] {
  const { changes, failedDownloads, timeouts } = agentStory;
  const lines = [
    ...changes.map(({ at, name, app, from, to }) => `${at ?? '–'}  ${name ?? app}: ${from} → ${to}`),
    ...(failedDownloads > 0 ? [`Downloads that failed: ${failedDownloads}`] : []),
    ...(timeouts > 0 ? [`Installers that took too long: ${timeouts}`] : []),
  ];
  return lines.length === 0 ? [] : ['What Intune’s agent noted, in the time of the device', ...lines];
}

function domainJoinLines({ profile, domainJoin }: Diagnosis): readonly string[] {
  const { state, isBlobApplied, noController, skipsConnectivityCheck, registration } = domainJoin;
  if (profile.joinType?.value !== 'hybrid' && state === null && registration === null) return [];
  return [
    'Domain join',
    rows([
      ['State', told(state, (value) => domainJoinWords[value]) ?? NOT_TOLD],
      ['Answer of the connector', told(isBlobApplied, (isApplied) => (isApplied ? 'applied' : 'not applied'))],
      ['Domain controller', told(noController, (code) => `not reached${code === null ? '' : `: ${code}`}`)],
      ['Skips the check for one', told(skipsConnectivityCheck, (skips) => (skips ? 'yes' : 'no'))],
      ['Hybrid join', told(registration)],
    ]),
  ];
}

function surroundings({ clock, network }: Diagnosis, formatter: Formatter): readonly Row[] {
  const { aheadSeconds, isOff, refusedSeconds, hashAt, newestEventAt } = clock;
  const off = (seconds: number) => `${Math.abs(seconds)} seconds ${seconds < 0 ? 'behind' : 'ahead'}`;
  const refused: readonly Row[] =
    refusedSeconds === null ? [] : [['Windows refused to set the clock', told(refusedSeconds, off)]];
  const proxy: readonly Row[] = network.proxy === null ? [] : [['A proxy was asked', told(network.proxy)]];
  return [
    [
      'Clock against the server',
      told(aheadSeconds, (seconds) => `${off(seconds)}${isOff ? ': more than is allowed' : ''}`),
    ],
    ...refused,
    ['Hash read', told(hashAt, (at) => instantWords(at, formatter))],
    ['Newest event', told(newestEventAt, (at) => instantWords(at, formatter))],
    ['Internet seen', told(network.internetSeenAt, (at) => instantWords(at, formatter))],
    ['Internet missing', told(network.internetMissingAt, (at) => instantWords(at, formatter))],
    ['Download failed', told(network.downloadCode)],
    ...proxy,
  ];
}

/** UTC, and the same in the time of this computer. */
function instantWords(at: string, formatter: Formatter): string {
  return Number.isNaN(Date.parse(at)) ? at : `${at} (here ${formatter.longInstant(at)})`;
}

function unknownFiles({ files }: ReadDiagnostics): readonly string[] {
  const unknown = files.filter(({ kind, state }) => kind === 'unknown' || state === 'refused');
  return unknown.length === 0 ? [] : ['Files that were not read', ...unknown.map(({ path }) => `- ${path}`)];
}
