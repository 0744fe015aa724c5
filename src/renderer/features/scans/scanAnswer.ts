import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Failure, Outcome } from '../../../shared/outcome/outcome.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { scanText } from '../../text/scans.ts';

export type ScanReading = OutputOf<'scans.read'>;

/** What a person two metres away sees and hears. */
export interface ScanAnswer {
  readonly tone: 'busy' | 'good' | 'attention' | 'stop';
  readonly title: string;
  readonly sentence: string;
  readonly serialNumber: string | null;
  readonly deviceId: string | null;
  /** The DeviceLink that may be sent to Microsoft next; null where there is nothing to send. */
  readonly deviceLink: string | null;
}

const nothing = { sentence: '', serialNumber: null, deviceId: null, deviceLink: null };

export const readingAnswer: ScanAnswer = { ...nothing, tone: 'busy', title: scanText.reading };
export const sendingAnswer: ScanAnswer = { ...nothing, tone: 'busy', title: scanText.sending };

/** @param deviceLinkBeta whether this Reseal may associate devices by DeviceLink */
export function scanAnswerOf(outcome: Outcome<ScanReading>, text: string, deviceLinkBeta: boolean): ScanAnswer {
  if (!outcome.ok) return failed(outcome.error);
  const answer = answerOf(outcome.value);
  const { kind, serialNumber } = outcome.value.scan;
  const isOffered = deviceLinkBeta && kind === 'devicelink' && serialNumber !== null && answer.tone !== 'stop';
  // What offers an act stays in sight until a person has decided.
  return isOffered ? { ...answer, tone: 'attention', title: scanText.deviceLink, deviceLink: text } : answer;
}

/** The answer after a DeviceLink was handed over to be sent. */
export function associationAnswerOf(
  outcome: Outcome<unknown>,
  { serialNumber, deviceId }: ScanAnswer,
  tenantName: string,
): ScanAnswer {
  if (!outcome.ok) return failed(outcome.error);
  const sentence = scanText.associating(tenantName);
  return { ...nothing, tone: 'good', title: scanText.onItsWay, sentence, serialNumber, deviceId };
}

function answerOf(reading: ScanReading): ScanAnswer {
  const serialNumber = reading.device === null ? reading.scan.serialNumber : deviceTitle(reading.device);
  const common = {
    sentence: besideSerial(reading.sentence, serialNumber),
    serialNumber,
    deviceId: reading.device?.id ?? null,
    deviceLink: null,
  };
  switch (reading.verdict) {
    case 'found':
      // A result code that changed nothing needs a person: the sentence says why.
      return reading.scan.result === null
        ? { ...common, tone: 'good', title: scanText.found }
        : { ...common, tone: 'attention', title: scanText.notRecorded };
    case 'recorded':
      return reading.scan.result === 'failure'
        ? { ...common, tone: 'stop', title: scanText.recordedFailure }
        : { ...common, tone: 'good', title: scanText.recordedSuccess };
    case 'notInQueue':
      return { ...common, tone: 'attention', title: scanText.notInQueue, sentence: afterTitle(common.sentence) };
    case 'otherZtdId':
      return { ...common, tone: 'attention', title: scanText.otherZtdId };
    case 'notInTenant':
      return { ...common, tone: 'stop', title: scanText.notInTenant };
    case 'otherTenant':
      return {
        ...common,
        tone: 'stop',
        title: scanText.otherTenant,
        sentence: reading.otherTenant === null ? common.sentence : scanText.belongsTo(reading.otherTenant),
        deviceId: null,
      };
    case 'unreadable':
      return { ...common, tone: 'attention', title: scanText.unreadable };
  }
}

/** The sentence without the serial number that it begins with: the title says it already, and larger. */
function besideSerial(sentence: string, serialNumber: string | null): string {
  if (serialNumber === null || !sentence.startsWith(serialNumber)) return sentence;
  const rest = sentence.slice(serialNumber.length).replace(/^[.:]?\s+(?:is )?/, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** What is left to say once the title has said that the device is not in the queue. */
function afterTitle(sentence: string): string {
  return sentence.replace(`${scanText.notInQueue}. `, '');
}

function failed(failure: Failure): ScanAnswer {
  const sentence = [failure.message, failure.remedy].filter((part) => part !== undefined).join(' ');
  return { ...nothing, tone: 'stop', title: scanText.noAnswer, sentence };
}
