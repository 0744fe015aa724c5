import type { Evidence } from '../evidence.ts';
import type { FoundKey } from '../registry/registryView.ts';
import type { Fact } from './fact.ts';
import { codeOf, jsonMembers, numberIn } from './jsonText.ts';
import { places } from './places.ts';

/** What became of an app until the archive was made. */
export type AppOutcome = 'installed' | 'failed' | 'running' | 'neverReached' | 'notRequired' | 'unknown';

/** An app or an installer that the status page waited for. */
export interface AppAnswer {
  readonly kind: 'win32' | 'msi' | 'office';
  /** The GUID of the app in Intune, or the product code of an installer. */
  readonly id: string;
  /** From the log of Intune's agent. */
  readonly name: string | null;
  readonly outcome: AppOutcome;
  /** As its tracker writes it: of Win32 apps 1 to 4, of the others 0 to 70. */
  readonly state: number;
  /** What its installer ended with. */
  readonly exitCode: number | null;
  /** The error as a code, lower case with 0x. */
  readonly code: string | null;
  /** Of Intune's agent: 1000s done, 2000s under way, 3000s not applicable, 5000s failed, 6000s not tried. */
  readonly enforcementState: number | null;
  /** What the agent found after the installation: `NotDetected`. */
  readonly detection: string | null;
  /** Intune was not told what the exit code means. */
  readonly isUndeclared: boolean;
  /** When the state was first seen, UTC. */
  readonly since: string | null;
  readonly isIntuneAgent: boolean;
  readonly file: string;
  readonly place: string;
}

export interface AppsAnswer {
  readonly apps: readonly AppAnswer[];
  /** Whether the list of the apps came at all; false leaves the page at “Identifying” for good. Null where nothing tells. */
  readonly isListed: Fact<boolean> | null;
}

const WIN32 = /^Win32App_([0-9a-f-]{36})_\d+$/i;
const AGENT_APP = /^[0-9a-f-]{36}_\d+$/i;
const IN_PATH = /\\([0-9a-f-]{36})_\d+(?:\\|$)/i;
const IN_LOCATION = /Win32App_([0-9a-f-]{36})_\d+\//i;
/** More apps than any page waits for. */
const MOST_APPS = 500;
const win32Outcomes = new Map<number, AppOutcome>([
  [1, 'neverReached'],
  [2, 'running'],
  [3, 'installed'],
  [4, 'failed'],
]);

/** All that the status page tracks: the registry decides about the state, the logs of the agent give names. */
export function appsAnswer(evidence: Evidence): AppsAnswer {
  return {
    apps: [...win32Apps(evidence), ...installers(evidence), ...office(evidence)],
    isListed: isListed(evidence),
  };
}

function isListed({ registry }: Evidence): Fact<boolean> | null {
  const found = registry.value(`${places.statusPageProviders}\\Sidecar`, 'TrackingPoliciesCreated');
  return found === null ? null : { value: found.number === 1, file: found.file, place: found.place };
}

function win32Apps(evidence: Evidence): readonly AppAnswer[] {
  const { registry } = evidence;
  const agentKeys = agentKeysById(evidence);
  const history = statusHistory(evidence);
  const apps = new Map<string, AppAnswer>();
  for (const key of registry.below(places.statusPageApps)) {
    const id = WIN32.exec(key.name)?.[1]?.toLowerCase();
    const state = key.value('InstallationState');
    if (id === undefined || state === null || state.number === null) continue;
    if (apps.size >= MOST_APPS) break;
    apps.set(id, {
      kind: 'win32',
      id,
      outcome: win32Outcomes.get(state.number) ?? 'unknown',
      state: state.number,
      ...agentTells(evidence, agentKeys.get(id) ?? [], id),
      since: sinceWhen(history.get(id) ?? [], state.number),
      isIntuneAgent: false,
      file: state.file,
      place: state.place,
    });
  }
  return apps.size > 0 ? [...apps.values()] : withoutTracking(evidence, agentKeys);
}

/** What the agent itself keeps, by the id of the app. */
function agentKeysById({ registry }: Evidence): ReadonlyMap<string, readonly FoundKey[]> {
  const byId = Map.groupBy(
    registry.below(places.agentApps),
    ({ path }) => IN_PATH.exec(path)?.[1]?.toLowerCase() ?? '',
  );
  byId.delete('');
  return byId;
}

/** Intune's own archive may lack the keys of the status page: then what the agent itself keeps of each app counts. */
function withoutTracking(
  evidence: Evidence,
  agentKeys: ReadonlyMap<string, readonly FoundKey[]>,
): readonly AppAnswer[] {
  return [...agentKeys].slice(0, MOST_APPS).flatMap(([id, keys]): readonly AppAnswer[] => {
    const told = agentTells(evidence, keys, id);
    const source = keys[0]?.values()[0]?.found;
    const outcome = outcomeOf(told.enforcementState);
    if (source === undefined || outcome === 'unknown') return [];
    const { file, place } = source;
    return [{ kind: 'win32', id, outcome, state: 0, ...told, since: null, isIntuneAgent: false, file, place }];
  });
}

function outcomeOf(enforcement: number | null): AppOutcome {
  if (enforcement === null) return 'unknown';
  const band = Math.floor(enforcement / 1000);
  return (
    (['unknown', 'installed', 'running', 'notRequired', 'unknown', 'failed', 'neverReached'] as const)[band] ??
    'unknown'
  );
}

type AgentTells = Pick<AppAnswer, 'name' | 'exitCode' | 'code' | 'enforcementState' | 'detection' | 'isUndeclared'>;

function agentTells({ agentLogs }: Evidence, ofApp: readonly FoundKey[], id: string): AgentTells {
  const own = ofApp.find(({ name }) => AGENT_APP.test(name));
  const message = ofApp.find(({ name }) => name.toLowerCase() === 'enforcementstatemessage');
  const said = jsonMembers(message?.value('EnforcementStateMessage')?.text);
  const logs = agentLogs.map(({ value }) => value);
  const undeclared = logs.flatMap((log) => log.undeclared).findLast(({ app }) => app === id);
  return {
    name: logs.map(({ names }) => names.get(id)).find((name) => name !== undefined) ?? null,
    exitCode: own?.value('ExitCode')?.number ?? undeclared?.exitCode ?? null,
    code: codeOf(numberIn(said, 'ErrorCode')),
    enforcementState: numberIn(said, 'EnforcementState'),
    detection: logs.flatMap((log) => log.detections).findLast(({ app }) => app === id)?.state ?? null,
    isUndeclared: undeclared !== undefined,
  };
}

interface Seen {
  readonly at: string;
  readonly state: number;
}

/** What the status page noted of each app, oldest first. */
function statusHistory({ registry }: Evidence): ReadonlyMap<string, readonly Seen[]> {
  const history = new Map<string, Seen[]>();
  const notes = registry
    .below(`${places.statusPageHistory}\\Sidecar`)
    .filter(({ name }) => isInstant(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const note of notes) {
    for (const { name, found } of note.values()) {
      const id = IN_LOCATION.exec(name)?.[1]?.toLowerCase();
      if (id === undefined || found.number === null) continue;
      const seen = history.get(id);
      if (seen === undefined) history.set(id, [{ at: note.name, state: found.number }]);
      else seen.push({ at: note.name, state: found.number });
    }
  }
  return history;
}

/** The first note since which the app has this state; null where it was not seen in it. */
function sinceWhen(seen: readonly Seen[], state: number): string | null {
  const other = seen.findLastIndex((one) => one.state !== state);
  return seen[other + 1]?.at ?? null;
}

/** The names of these keys are moments in UTC; `LastLoggedState` is none. */
export const isInstant = (name: string): boolean => /^\d{4}-\d{2}-\d{2}T/.test(name) && !Number.isNaN(Date.parse(name));

const DONE = 70;
const FAILED = 60;

/** MSI packages that the management of Windows itself installs; Intune's agent is one of them. */
function installers({ registry }: Evidence): readonly AppAnswer[] {
  return registry.below(places.installers).flatMap((key): readonly AppAnswer[] => {
    const status = key.value('Status');
    if (status === null || status.number === null || !key.path.toUpperCase().includes('\\MSI\\')) return [];
    return [
      {
        ...bare(key, status.number),
        kind: 'msi',
        isIntuneAgent: /IntuneWindowsAgent\.msi$/i.test(key.value('CurrentDownloadUrl')?.text ?? ''),
        file: status.file,
        place: status.place,
      },
    ];
  });
}

function office({ registry }: Evidence): readonly AppAnswer[] {
  return registry.below(places.office).flatMap((key): readonly AppAnswer[] => {
    const status = key.value('FinalStatus') ?? key.value('Status');
    if (status === null || status.number === null) return [];
    const app = bare(key, status.number);
    return [{ ...app, kind: 'office', isIntuneAgent: false, file: status.file, place: status.place }];
  });
}

/** What installers and Office have in common: a state in steps of ten, and an error. */
function bare(key: FoundKey, state: number): Omit<AppAnswer, 'kind' | 'isIntuneAgent' | 'file' | 'place'> {
  const outcome =
    state === DONE
      ? 'installed'
      : state === FAILED
        ? 'failed'
        : state === 0 || state === 10
          ? 'neverReached'
          : 'running';
  return {
    id: key.value('ProductCode')?.text ?? key.name,
    name: null,
    outcome,
    state,
    exitCode: null,
    code: codeOf(key.value('LastError')?.number ?? null),
    enforcementState: null,
    detection: null,
    isUndeclared: false,
    since: null,
  };
}

/** The app that stopped the page: the first that failed; null where none did. */
export function failedApp({ apps }: AppsAnswer): AppAnswer | null {
  return apps.find(({ outcome }) => outcome === 'failed') ?? null;
}
