import type { DiagnosticFile, DiagnosticKind } from '../diagnosticFile.ts';
import type { DiagnosticLog } from '../eventLog/channel.ts';
import type { Evidence } from '../evidence.ts';

/** Something that was not in the archive, so that nothing is known of what it would tell. */
export interface NotCollected {
  readonly what: string;
  /** What it would tell. */
  readonly tells: string;
  /** The code with which the collector gave up on it; null where it does not say. */
  readonly code: string | null;
}

const wantedKinds: readonly { readonly kind: DiagnosticKind; readonly what: string; readonly tells: string }[] = [
  {
    kind: 'registryDump',
    what: 'MdmDiagReport_RegistryDump.reg',
    tells: 'where the status page stopped, and the apps',
  },
  { kind: 'profile', what: 'AutopilotDDSZTDFile.json', tells: 'the profile that was downloaded' },
  { kind: 'hash', what: 'DeviceHash_….csv', tells: 'which device it is' },
  { kind: 'managementReport', what: 'MDMDiagReport.xml', tells: 'the build of Windows' },
  { kind: 'agentLog', what: 'IntuneManagementExtension.log, AppWorkload.log', tells: 'the names of the apps' },
  { kind: 'attestationKey', what: 'CertReq_enrollaik_Output.txt', tells: 'why the TPM was refused' },
];

const wantedLogs: readonly { readonly log: DiagnosticLog; readonly what: string; readonly tells: string }[] = [
  { log: 'autopilot', what: 'event log ModernDeployment/Autopilot', tells: 'the profile, the TPM and the network' },
  { log: 'management', what: 'event log ModernDeployment/ManagementService', tells: 'that it was a technician flow' },
  { log: 'mdm', what: 'event log DeviceManagement/Admin', tells: 'the enrollment and the domain join' },
  { log: 'deviceRegistration', what: 'event log User Device Registration/Admin', tells: 'the join' },
  { log: 'shell', what: 'event log Shell-Core/Operational', tells: 'the end of the technician flow' },
  { log: 'system', what: 'event log System', tells: 'the clock' },
];

/** What would have told more. Absence proves nothing: a missing file is not collected, and never fine. */
export function notCollected(files: readonly DiagnosticFile[], evidence: Evidence): readonly NotCollected[] {
  const told = evidence.footprints.flatMap(({ value }) => value.notGot);
  const hasKind = (kind: DiagnosticKind) => files.some((file) => file.kind === kind && file.state !== 'refused');
  const hasLog = (log: DiagnosticLog) => evidence.eventLogs.some((one) => one.log === log && one.isEventLog);
  return [
    ...wantedKinds.flatMap(({ kind, what, tells }) => (hasKind(kind) ? [] : [{ what, tells, code: null }])),
    ...wantedLogs.flatMap(({ log, what, tells }) => (hasLog(log) ? [] : [{ what, tells, code: null }])),
    ...told.map(({ what, code }) => ({ what, tells: 'the collector could not get it', code })),
  ];
}

/** What a person must know of the files before believing what follows from them. */
export function damageOf(files: readonly DiagnosticFile[], evidence: Evidence): readonly string[] {
  const damaged = files.filter(({ state, kind }) => state === 'damaged' && kind !== 'eventLog');
  return [
    ...damaged.map(({ path }) => `${path} could not be read whole.`),
    ...evidence.eventLogs.flatMap((log) => logDamage(log)),
  ];
}

function logDamage({
  file,
  isEventLog,
  damagedChunks,
  damagedRecords,
  isCut,
}: Evidence['eventLogs'][number]): string[] {
  if (!isEventLog) return [`${file} is no event log.`];
  return [
    ...(damagedChunks > 0 ? [`${file}: ${counted(damagedChunks, 'part')} left out for a wrong checksum.`] : []),
    ...(damagedRecords > 0 ? [`${file}: ${counted(damagedRecords, 'record')} unreadable and left out.`] : []),
    ...(isCut ? [`${file} holds more than Reseal reads; the rest was left out.`] : []),
  ];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? ' was' : 's were'}`;
