import { namedChoiceWords } from '../devices/deviceChoice.ts';
import { deviceTitle } from '../devices/deviceTitle.ts';
import type { ScanReading, ScanVerdict } from './scanReading.ts';

type Reading<Verdict extends ScanVerdict> = Extract<ScanReading, { readonly verdict: Verdict }>;

/** A verdict on the code itself; what follows its device is said by `answerLine`. */
export type VerdictOnCode = Exclude<ScanReading, Reading<'found' | 'recorded' | 'alreadyRecorded' | 'shelved'>>;

const outcomes = { success: 'succeeded', failure: 'failed' } as const;

/** What is said below the word and the serial number of an answer that is about the code. */
export function scanWords(reading: VerdictOnCode): string {
  switch (reading.verdict) {
    case 'resultNotRecorded':
      return `The code says ${outcomes[reading.result]}. Nothing is recorded yet.`;
    case 'resultUnknown':
    case 'unreadable':
      return saidOf(reading);
    case 'several':
      return 'Several devices may be meant. Compare maker and model, and choose the one in front of you.';
    case 'similar':
      return `${NOT_IN_QUEUE} Did you mean ${reading.choices.map(namedChoiceWords).join(', or ')}?`;
    case 'notInQueue':
      return notInQueue(reading);
    case 'inTenantNotInQueue':
      return inTenant(reading);
    case 'otherZtdId':
      return reading.isInTenant
        ? `${reading.tenantName} has it under another ZTDID than this queue; it was registered anew. Refresh the tenant, then scan again.`
        : 'The code’s ZTDID is not the one in the queue, and Microsoft could not be asked whose it is. Do not start it; scan again when the network is there.';
    case 'notInTenant':
      return `Not registered in ${reading.tenantName} by the ZTDID of this code; it may be another customer’s. Do not start it, and ask whose it is.`;
    case 'otherTenant':
      return `It belongs to ${reading.tenantName}. Put it aside, or switch to that tenant first.`;
    case 'technician':
      return technicianWords(reading);
    case 'shelf':
      return reading.device === null
        ? 'It is free. Scan a device first, then this label.'
        : `${deviceTitle(reading.device)} stands there.`;
    case 'unknownShelf':
      return `The lab has no shelf “${reading.shelf}”. Name it in Settings, under Workplace.`;
  }
}

const NOT_IN_QUEUE = 'Not in the queue.';
const IMPORT_FIRST = 'Import it first.';
const CHOOSE_IN_LIST = 'Several devices there have this serial number: choose it in the queue under “Take in…”.';

/** What is said of the code itself. */
function saidOf({ scan: { issues } }: Pick<ScanReading, 'scan'>): string {
  return issues[0]?.message ?? 'This code cannot be read. Scan it again.';
}

/** A code of which no device of any queue is known, by what the code says about itself. */
function notInQueue({ scan: { kind }, takeIn }: Reading<'notInQueue'>): string {
  if (kind === 'product-key-id') return 'No device in the queue has this product key ID. Scan the serial number.';
  if (takeIn !== null) {
    return `Registered with Autopilot, but not in this queue. ${takeIn.tenantName} could not be asked whether it is its own: take it in only if you know.`;
  }
  if (kind === 'autopilot' || kind === 'autopilot-result') {
    return `Registered with Autopilot, but not in this queue. ${IMPORT_FIRST}`;
  }
  return `${NOT_IN_QUEUE} ${IMPORT_FIRST}`;
}

/** A device that the tenant has and the queue has not. */
function inTenant(reading: Reading<'inTenantNotInQueue'>): string {
  const { scan, serialNumber, tenantName, profileName, profileStatus, takeIn } = reading;
  const profile = profileName === null ? `profile ${profileStatus ?? 'unknown'}` : `profile “${profileName}”`;
  const next = takeIn === null ? CHOOSE_IN_LIST : 'Take it in.';
  const more = `in ${tenantName} (${profile}), but not in this queue. ${next}`;
  // The serial number that stands beside the word is the code's.
  const isNamed = serialNumber !== null && serialNumber === scan.serialNumber;
  return isNamed ? `Registered ${more}` : `${serialNumber ?? 'The device'} is registered ${more}`;
}

/** Who works at the bench from now on. */
function technicianWords({ initials, before }: Reading<'technician'>): string {
  if (initials === before) return 'This bench records for these initials already.';
  return `This bench records for these initials from now on. ${before === '' ? 'Nobody was named before.' : `Before: ${before}.`}`;
}
