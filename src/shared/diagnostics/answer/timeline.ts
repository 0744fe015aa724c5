import { eventLog, type Knowledge } from '../../knowledge/entry.ts';
import { logWords, type DiagnosticLog } from '../eventLog/channel.ts';
import type { Evidence, SourcedEvent } from '../evidence.ts';
import { codeOfEvent } from './eventQuery.ts';
import { places } from './places.ts';
import { isInstant } from './appsAnswer.ts';

/** Something that happened, by the clock of the device. */
export interface Moment {
  /** UTC. */
  readonly at: string;
  readonly log: DiagnosticLog | 'statusPage';
  /** The number of the event; null for a note of the status page. */
  readonly event: number | null;
  /** Lower case with 0x. */
  readonly code: string | null;
  readonly isFailure: boolean;
  readonly words: string;
  readonly file: string;
}

/** Of a log that is asked for settings all the time, only these tell something. */
const TOLD: Readonly<Record<DiagnosticLog, ReadonlySet<number>>> = {
  autopilot: new Set([
    115, 150, 151, 152, 153, 154, 155, 156, 160, 161, 162, 163, 164, 165, 166, 167, 169, 171, 172, 177, 178, 180, 181,
    189, 191, 192, 193, 202, 205, 206, 207, 253, 254, 300, 301, 302, 303, 310, 311, 312, 313, 701, 702, 704, 705, 706,
    707, 709, 710, 753, 807, 809, 815, 908,
  ]),
  management: new Set([507, 508, 509]),
  mdm: new Set([71, 72, 75, 76, 100, 107, 109, 110, 111, 1905, 1920, 1922, 1924, 2800]),
  deviceRegistration: new Set([106, 201, 202, 203, 204, 304, 305, 306, 307]),
  shell: new Set([62407]),
  connector: new Set(),
  provisioning: new Set([12, 22, 42, 45]),
  entra: new Set([1098]),
  apps: new Set(),
  system: new Set([34]),
  bootstrapper: new Set(),
};

const MOST_MOMENTS = 300;

/** Of the log of store apps, whatever failed: its numbers are not collected anywhere. */
const isTold = (event: SourcedEvent): boolean =>
  event.log === 'apps' ? event.level === 2 && codeOfEvent(event) !== null : TOLD[event.log].has(event.id);

/** What happened in the order of time; the newest where there is more than anybody reads. */
export function timeline(evidence: Evidence, knowledge: Knowledge): readonly Moment[] {
  const told = evidence.events.filter((event) => event.at !== null && isTold(event));
  const moments = [
    ...told.slice(-MOST_MOMENTS).flatMap((event) => momentOf(event, knowledge) ?? []),
    ...notesOfPage(evidence),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return moments.slice(-MOST_MOMENTS);
}

function momentOf(event: SourcedEvent, knowledge: Knowledge): Moment | null {
  const { at, id, log, file, level } = event;
  if (at === null) return null;
  const page = log === 'shell' ? pageWords(event) : null;
  if (log === 'shell' && page === null) return null;
  const code = codeOfEvent(event);
  return {
    at,
    log,
    event: id,
    code,
    isFailure: (level > 0 && level <= 2) || /_(?:Failed|Failure|Timeout|Abort)/.test(event.data.get('Name') ?? ''),
    words: page ?? saysOf(event, knowledge) ?? `Event ${id} of the ${logWords(log)}`,
    file,
  };
}

/** What the knowledge says that the event means. */
function saysOf({ id, log }: SourcedEvent, { entries }: Knowledge): string | null {
  const known = eventLog.options.find((one) => one === log);
  if (known === undefined) return null;
  return entries.map(({ events }) => events[known]?.[String(id)]).find((says) => says !== undefined) ?? null;
}

const pageNames = new Map<string, string>([
  ['CommercialOOBE_BootstrapStatusCategory_SubcategoryProcessing_Started', 'A step of the status page began'],
  ['CommercialOOBE_BootstrapStatusCategory_SubcategoryProcessing_Failed', 'A step of the status page failed'],
  ['CommercialOOBE_ESPProgress_WhiteGlove_Success', 'The technician flow succeeded'],
  ['CommercialOOBE_ESPProgress_WhiteGlove_Failed', 'The technician flow failed'],
]);

/** Null for a change of the page that proves nothing. */
function pageWords({ data }: SourcedEvent): string | null {
  const name = data.get('Name') ?? '';
  const words = pageNames.get(name);
  const ends = /_ESPProgress_\w*?(Failure|Timeout|Abort)$/.exec(name)?.[1];
  const step = /\b(?:DevicePreparation|DeviceSetup|AccountSetup)\.\w+/.exec(data.get('Value') ?? '')?.[0];
  if (words === undefined) return ends === undefined ? null : `The status page ended: ${ends.toLowerCase()}`;
  return step === undefined ? words : `${words}: ${step}`;
}

/** When the status page noted that something of a kind changed. */
function notesOfPage({ registry }: Evidence): readonly Moment[] {
  return registry.below(places.statusPageHistory).flatMap(({ name, path, values }): readonly Moment[] => {
    const kind = path.split('\\').at(-2) ?? '';
    if (!isInstant(name)) return [];
    const found = values();
    const file = found[0]?.found.file;
    if (file === undefined) return [];
    const done = found.filter(({ found: { number } }) => number === (kind === 'Sidecar' ? 3 : 1)).length;
    const failed = kind === 'Sidecar' && found.some(({ found: { number } }) => number === 4);
    return [
      {
        at: new Date(name).toISOString(),
        log: 'statusPage',
        event: null,
        code: null,
        isFailure: failed,
        words: `${kindWords.get(kind) ?? kind}: ${done} of ${found.length} done${failed ? ', one failed' : ''}`,
        file,
      },
    ];
  });
}

const kindWords = new Map<string, string>([
  ['Sidecar', 'Apps of Intune’s agent'],
  ['ExpectedPolicies', 'Policies'],
  ['ExpectedMSIAppPackages', 'MSI packages'],
  ['ExpectedModernAppPackages', 'Store apps'],
  ['ExpectedSCEPCerts', 'Certificates'],
  ['ExpectedCertificateProfiles', 'Certificates'],
  ['ExpectedNetworkProfiles', 'Network profiles'],
]);
