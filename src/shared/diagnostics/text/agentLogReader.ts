/** What the logs of Intune's agent tell of apps. Times are of the device, and nothing tells their offset. */
export interface AgentLogFacts {
  /** Names by the id of the app. */
  readonly names: ReadonlyMap<string, string>;
  readonly phases: readonly { readonly phase: string; readonly at: string | null }[];
  /** How the status page saw apps change, in the order of the file. */
  readonly changes: readonly AppChange[];
  /** Exit codes that Intune was not told the meaning of. */
  readonly undeclared: readonly { readonly app: string; readonly exitCode: number }[];
  readonly detections: readonly { readonly app: string; readonly state: string }[];
  readonly exits: readonly { readonly exitCode: number; readonly at: string | null }[];
  readonly failedDownloads: number;
  readonly timeouts: number;
  /** Lines that say “error”. */
  readonly errors: number;
  readonly entries: number;
  /** Whether more was said than is kept. */
  readonly isCut: boolean;
}

export interface AppChange {
  readonly app: string;
  readonly from: string;
  readonly to: string;
  /** Local time of the device without offset, `2026-03-02T09:41:24.900`. */
  readonly at: string | null;
}

export interface AgentLogReader {
  /** Takes the next piece of the text. */
  readonly push: (piece: string) => void;
  readonly end: () => AgentLogFacts;
}

const BEGIN = '<![LOG[';
const END = ']LOG]!>';
/** Behind its end an entry has its time and kind. */
const LONGEST_TAIL = 512;
/** Characters; the list of all policies is the longest. */
const LONGEST_ENTRY = 4_194_304;
const MOST_KEPT = 10_000;

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CHANGE = new RegExp(
  `Updating ESP tracked install status from (\\w{1,40}) to (\\w{1,40}) for application (${GUID})`,
  'i',
);
const UNDECLARED = new RegExp(`did NOT set mapping for lpExitCode: (-?\\d{1,10}) of app: (${GUID})`, 'i');
const DETECTION = new RegExp(`Detection for policy with id: (${GUID}).{0,200}?detection state: (\\w{1,40})`, 'is');
const POLICIES = 'Get policies = [';
const PHASE = /EspPhase: (\w{1,40})/;
const EXIT = /lpExitCode (-?\d{1,10})/;

/** Reads entries of CMTrace’s form, in pieces of any size; what is no entry is passed over. Never throws. */
export function createAgentLogReader(): AgentLogReader {
  const names = new Map<string, string>();
  const phases: { phase: string; at: string | null }[] = [];
  const changes: AppChange[] = [];
  const undeclared: { app: string; exitCode: number }[] = [];
  const detections: { app: string; state: string }[] = [];
  const exits: { exitCode: number; at: string | null }[] = [];
  let failedDownloads = 0;
  let timeouts = 0;
  let errors = 0;
  let entries = 0;
  let isCut = false;
  let rest = '';

  function keep<Item>(list: Item[], item: Item): void {
    if (list.length < MOST_KEPT) list.push(item);
    else isCut = true;
  }

  function takeEntry(text: string, tail: string): void {
    entries++;
    if (/type="3"/.test(tail)) errors++;
    if (text.includes(POLICIES)) takeNames(text.slice(text.indexOf(POLICIES) + POLICIES.length - 1));
    if (text.includes('EspPhase')) {
      const phase = PHASE.exec(text)?.[1];
      if (phase !== undefined && phases.at(-1)?.phase !== phase) keep(phases, { phase, at: timeOf(tail) });
    }
    if (text.includes('ESP tracked')) {
      const [, from, to, app] = CHANGE.exec(text) ?? [];
      if (from !== undefined && to !== undefined && app !== undefined) {
        keep(changes, { app: app.toLowerCase(), from, to, at: timeOf(tail) });
      }
    }
    if (text.includes('lpExitCode')) {
      const [, exitCode, app] = UNDECLARED.exec(text) ?? [];
      if (app !== undefined) keep(undeclared, { app: app.toLowerCase(), exitCode: Number(exitCode) });
      else {
        const exit = EXIT.exec(text)?.[1];
        if (exit !== undefined) keep(exits, { exitCode: Number(exit), at: timeOf(tail) });
      }
    }
    if (text.includes('detection state')) {
      const [, app, state] = DETECTION.exec(text) ?? [];
      if (app !== undefined && state !== undefined) keep(detections, { app: app.toLowerCase(), state });
    }
    if (text.includes('ErrorDownloadingContent')) failedDownloads++;
    if (text.includes('Installation is timeout')) timeouts++;
  }

  function takeNames(json: string): void {
    let policies: unknown;
    try {
      policies = JSON.parse(json.slice(0, json.lastIndexOf(']') + 1));
    } catch {
      // A list that was cut names fewer apps.
      return;
    }
    if (!Array.isArray(policies)) return;
    for (const policy of policies as readonly unknown[]) {
      if (typeof policy !== 'object' || policy === null || !('Id' in policy) || !('Name' in policy)) continue;
      const { Id: id, Name: name } = policy;
      if (typeof id === 'string' && typeof name === 'string' && names.size < MOST_KEPT) {
        names.set(id.toLowerCase(), name.slice(0, 256));
      }
    }
  }

  /** All entries whose tail is there; where nothing more comes, the last one too. */
  function takeAll(isEnd: boolean): void {
    let at = rest.indexOf(BEGIN);
    let done = 0;
    while (at >= 0) {
      const end = rest.indexOf(END, at);
      if (end < 0) break;
      const lineEnd = rest.indexOf('>', end + END.length);
      if (lineEnd < 0 && !isEnd && rest.length - end < LONGEST_TAIL) break;
      const tailEnd = Math.min(lineEnd < 0 ? rest.length : lineEnd + 1, end + LONGEST_TAIL);
      takeEntry(rest.slice(at + BEGIN.length, end), rest.slice(end + END.length, tailEnd));
      done = tailEnd;
      at = rest.indexOf(BEGIN, tailEnd);
    }
    const unread = at < 0 ? Math.max(done, rest.length - BEGIN.length) : at;
    rest = rest.slice(unread);
    if (rest.length > LONGEST_ENTRY) {
      isCut = true;
      rest = rest.slice(BEGIN.length);
      const next = rest.indexOf(BEGIN);
      rest = next < 0 ? '' : rest.slice(next);
    }
  }

  return {
    push(piece) {
      rest += piece;
      takeAll(false);
    },
    end() {
      takeAll(true);
      return {
        names,
        phases,
        changes,
        undeclared,
        detections,
        exits,
        failedDownloads,
        timeouts,
        errors,
        entries,
        isCut,
      };
    },
  };
}

/** `time="09:41:24.9000000" date="3-2-2026"`, month first. */
function timeOf(tail: string): string | null {
  const time = /time="(\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)/.exec(tail)?.[1];
  const [, month, day, year] = /date="(\d{1,2})-(\d{1,2})-(\d{4})"/.exec(tail) ?? [];
  if (time === undefined || month === undefined || day === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}`;
}
