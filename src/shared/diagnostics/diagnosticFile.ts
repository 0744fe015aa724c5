/** What a file of an archive is, by its name. */
export type DiagnosticKind =
  | 'registryDump'
  | 'registryExport'
  | 'managementReport'
  | 'profile'
  | 'hash'
  | 'agentLog'
  | 'eventLog'
  | 'attestationKey'
  | 'tpm'
  | 'footprint'
  | 'commandLine'
  /** Known, and nothing that is needed stands in it, or nothing can be read without Windows. */
  | 'passedOver'
  | 'unknown';

/** One file that was given, or that stands in an archive. */
export interface DiagnosticFile {
  /** Below what was given, with `/` between folders and archives. */
  readonly path: string;
  readonly kind: DiagnosticKind;
  /** Null where it was not unpacked. */
  readonly bytes: number | null;
  readonly state: 'read' | 'listed' | 'damaged' | 'refused';
}

const AGENT_LOGS =
  /^(?:intunemanagementextension|appworkload|agentexecutor|clienthealth|sensor|win32appinventory)(?:-\d{8}-\d{6})?\.log$/;

/** By the exact name, in lower case. */
const named = new Map<string, DiagnosticKind>([
  ['mdmdiagreport_registrydump.reg', 'registryDump'],
  ['mdmdiagreport.xml', 'managementReport'],
  ['autopilotddsztdfile.json', 'profile'],
  ['certreq_enrollaik_output.txt', 'attestationKey'],
  ['certutil_tpminfo_output.txt', 'tpm'],
  ['tpmhliinfo_output.txt', 'tpm'],
  ['mdmlogcollectorfootprint.txt', 'footprint'],
  ['mdmdiaglogmetadata.json', 'commandLine'],
  ['mdmdiaghtmlreport.html', 'passedOver'],
  ['autopilotconciergefile.json', 'passedOver'],
  ['licensingdiag.cab', 'passedOver'],
  ['licensingdiag_output.txt', 'passedOver'],
  ['setupact.log', 'passedOver'],
  ['results.xml', 'passedOver'],
]);

/** The name without its folders. */
export function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** What a file is, by its name in any case. */
export function diagnosticKindOf(path: string): DiagnosticKind {
  const name = nameOf(path).toLowerCase();
  const known = named.get(name);
  if (known !== undefined) return known;
  if (AGENT_LOGS.test(name)) return 'agentLog';
  if (name.endsWith('.evtx')) return 'eventLog';
  if (name.endsWith('.reg')) return 'registryExport';
  if (/\.etl(?:\.merged)?$/.test(name)) return 'passedOver';
  if (/^(?:devicehash|autopilothwid)[^/]*\.csv$/.test(name)) return 'hash';
  return 'unknown';
}

/** By the ending of a file that somebody named by itself. */
const byEnding = new Map<string, DiagnosticKind>([
  ['log', 'agentLog'],
  ['xml', 'managementReport'],
  ['json', 'profile'],
  ['csv', 'hash'],
]);

/** What a file is that somebody named by itself: its ending counts where its name says nothing. */
export function givenKindOf(path: string): DiagnosticKind {
  const kind = diagnosticKindOf(path);
  if (kind !== 'unknown') return kind;
  return byEnding.get(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '') ?? 'unknown';
}

/** The computer's name, which the collector puts into the name of the file with the hash. */
export function computerNameOf(path: string): string | null {
  return /^DeviceHash_(.+)\.csv$/i.exec(nameOf(path))?.[1] ?? null;
}
