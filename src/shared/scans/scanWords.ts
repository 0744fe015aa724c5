import { namedChoiceWords, wordsToChoose } from '../devices/deviceChoice.ts';
import { deviceTitle } from '../devices/deviceTitle.ts';
import type { DeviceView } from '../devices/deviceView.ts';
import { nextStepTitle } from '../devices/nextStepWords.ts';
import type { Formatter } from '../format/formatter.ts';
import { shelfSentence } from '../shelves/shelfWords.ts';
import type { ScanReading, ScanVerdict } from './scanReading.ts';

type Reading<Verdict extends ScanVerdict> = Extract<ScanReading, { readonly verdict: Verdict }>;

/** A verdict for a person. */
export interface ScanWords {
  /** Short enough to be read from two metres; the serial number stands beside it. */
  readonly headline: string;
  /** What is left to say below headline and serial number. */
  readonly rest: string;
  /** What is to be said where neither stands, as one text. */
  readonly sentence: string;
}

const outcomes = {
  success: { said: 'succeeded', first: 'Succeeded', headline: 'Success recorded' },
  failure: { said: 'failed', first: 'Failed', headline: 'Failure recorded' },
} as const;

/** What is said of a scan, wherever it is said. */
export function scanWords(reading: ScanReading, formatter: Formatter): ScanWords {
  switch (reading.verdict) {
    case 'found': {
      const next = nextOf(reading.device);
      return { headline: 'Found', rest: next, sentence: `${deviceTitle(reading.device)}. ${next}` };
    }
    case 'recorded': {
      const { said, first, headline } = outcomes[reading.result];
      const start = reading.startUnknown ? ' Its start was not recorded here.' : '';
      const more = `${timeOf(reading, formatter)}.${start} ${nextOf(reading.device)}`;
      return { headline, rest: `${first}${more}`, sentence: `${deviceTitle(reading.device)} ${said}${more}` };
    }
    case 'alreadyRecorded': {
      const more = `as ${outcomes[reading.result].said} already. ${nextOf(reading.device)}`;
      return notRecorded(`Recorded ${more}`, `${deviceTitle(reading.device)} is recorded ${more}`);
    }
    case 'resultNotRecorded': {
      const more = `code says ${outcomes[reading.result].said}. Nothing is recorded yet.`;
      return notRecorded(`The ${more}`, `${deviceTitle(reading.device)}: the ${more}`);
    }
    case 'resultUnknown': {
      const said = saidOf(reading);
      return notRecorded(said, `${deviceTitle(reading.device)}: ${said}`);
    }
    case 'several': {
      const rest = 'Several devices may be meant. Compare maker and model, and choose the one in front of you.';
      const name = reading.scan.serialNumber ?? 'This code';
      return { headline: 'Which one?', rest, sentence: `${name} is ${listed(wordsToChoose(reading.choices))}.` };
    }
    case 'similar': {
      const rest = `Did you mean ${listed(reading.choices.map(namedChoiceWords))}?`;
      return {
        headline: 'Not in the queue',
        rest,
        sentence: `${reading.scan.serialNumber ?? 'This'} is not in the queue. ${rest}`,
      };
    }
    case 'notInQueue':
      return { headline: 'Not in the queue', ...notInQueue(reading) };
    case 'inTenantNotInQueue':
      return { headline: 'Not in the queue', ...inTenant(reading) };
    case 'otherZtdId':
      return { headline: 'Another registration', ...otherZtdId(reading) };
    case 'notInTenant': {
      const name = reading.device === null ? reading.scan.serialNumber : deviceTitle(reading.device);
      return alone(
        'Stop: not in this tenant',
        `Stop: ${name ?? 'this device'} is not registered in ${reading.tenantName} by the ZTDID of this code; it may be another customer’s. Do not start it, and ask whose it is.`,
      );
    }
    case 'otherTenant':
      return {
        headline: 'Stop: another tenant',
        rest: `It belongs to ${reading.tenantName}. Put it aside, or switch to that tenant first.`,
        sentence: `Stop: ${deviceTitle(reading.device)} belongs to ${reading.tenantName}.`,
      };
    case 'shelved': {
      const { device, shelf, from, other } = reading;
      const rest = shelfSentence(shelf, from, other?.title ?? null);
      return { headline: `Shelf ${shelf}`, rest, sentence: `${deviceTitle(device)}: ${rest}` };
    }
    case 'shelf': {
      const { device, shelf } = reading;
      const rest = device === null ? 'It is free. Scan a device first, then this label.' : nextOf(device);
      const sentence = device === null ? `Shelf ${shelf} is free.` : `Shelf ${shelf}: ${deviceTitle(device)}. ${rest}`;
      return { headline: `Shelf ${shelf}`, rest, sentence };
    }
    case 'unknownShelf':
      return alone('Unknown shelf', `The lab has no shelf “${reading.shelf}”. Name it in Settings, under Workplace.`);
    case 'unreadable':
      return alone('Not readable', saidOf(reading));
  }
}

function nextOf({ nextStep }: DeviceView): string {
  return `Next: ${nextStepTitle(nextStep)}.`;
}

/** What is said of the code itself. */
function saidOf({ scan: { issues } }: Pick<ScanReading, 'scan'>): string {
  return issues[0]?.message ?? 'This code cannot be read. Scan it again.';
}

const listed = (words: readonly string[]): string => words.join(', or ');

function timeOf({ elapsedMs }: Reading<'recorded'>, { minutes }: Formatter): string {
  return elapsedMs === null ? '' : ` after ${minutes(elapsedMs, 'short')}`;
}

function notRecorded(rest: string, sentence: string): ScanWords {
  return { headline: 'Not recorded', rest, sentence };
}

/** The same words beside the serial number and without it. */
function alone(headline: string, sentence: string): ScanWords {
  return { headline, rest: sentence, sentence };
}

type Below = Pick<ScanWords, 'rest' | 'sentence'>;

const IMPORT_FIRST = 'Import it first.';
const CHOOSE_IN_LIST =
  'Several devices there have this serial number: choose it in the queue under “Take in from the tenant”.';

/** A code of which no device of any queue is known, by what the code says about itself. */
function notInQueue({ scan: { kind, serialNumber }, takeIn }: Reading<'notInQueue'>): Below {
  if (kind === 'product-key-id') {
    const sentence = 'No device in the queue has this product key ID. Scan the serial number.';
    return { rest: sentence, sentence };
  }
  const name = serialNumber ?? 'This device';
  if (takeIn !== null) {
    const more = `with Autopilot, but not in this queue. ${takeIn.tenantName} could not be asked whether it is its own: take it in only if you know.`;
    return { rest: `Registered ${more}`, sentence: `${name} is registered ${more}` };
  }
  if (kind === 'autopilot' || kind === 'autopilot-result') {
    const more = `with Autopilot, but not in this queue. ${IMPORT_FIRST}`;
    const sentence = `${name} is registered ${more}`;
    return { rest: serialNumber === null ? sentence : `Registered ${more}`, sentence };
  }
  const sentence = `${name} is not in the queue. ${IMPORT_FIRST}`;
  return { rest: serialNumber === null ? sentence : IMPORT_FIRST, sentence };
}

/** A device that the tenant has and the queue has not. */
function inTenant(reading: Reading<'inTenantNotInQueue'>): Below {
  const { scan, serialNumber, tenantName, profileName, profileStatus, takeIn } = reading;
  const profile = profileName === null ? `profile ${profileStatus ?? 'unknown'}` : `profile “${profileName}”`;
  const next = takeIn === null ? CHOOSE_IN_LIST : 'Take it in.';
  const more = `in ${tenantName} (${profile}), but not in this queue. ${next}`;
  const sentence = `${serialNumber ?? 'The device'} is registered ${more}`;
  // The serial number that stands beside the headline is the code's.
  const isNamed = serialNumber !== null && serialNumber === scan.serialNumber;
  return { rest: isNamed ? `Registered ${more}` : sentence, sentence };
}

/** The serial number is in the queue with another ZTDID than the code's. */
function otherZtdId({ device, tenantName, isInTenant }: Reading<'otherZtdId'>): Below {
  if (isInTenant) {
    const rest = `${tenantName} has it under another ZTDID than this queue; it was registered anew. Refresh the tenant, then scan again.`;
    return { rest, sentence: `${deviceTitle(device)}: ${rest}` };
  }
  const more =
    'code’s ZTDID is not the one in the queue, and Microsoft could not be asked whose it is. Do not start it; scan again when the network is there.';
  return { rest: `The ${more}`, sentence: `${deviceTitle(device)}: the ${more}` };
}
