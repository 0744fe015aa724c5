import type { Failure, Outcome } from '../../../shared/outcome/outcome.ts';
import type { AdoptionAnswer } from '../../../shared/devices/adoption.ts';
import { namedChoiceWords, wordsToChoose } from '../../../shared/devices/deviceChoice.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { ScanReading, TakeIn } from '../../../shared/scans/scanReading.ts';
import { scanWords } from '../../../shared/scans/scanWords.ts';
import { formatter } from '../../text/formatter.ts';
import { scanText } from '../../text/scans.ts';

/** What a person two metres away sees and hears. */
export interface ScanAnswer {
  readonly tone: 'busy' | 'good' | 'attention' | 'stop';
  readonly title: string;
  readonly sentence: string;
  readonly serialNumber: string | null;
  readonly deviceId: string | null;
  /** The DeviceLink that may be sent to Microsoft next; null where there is nothing to send. */
  readonly deviceLink: string | null;
  /** The registered device that may be taken into the queue; null where there is none. */
  readonly takeIn: TakeIn | null;
  /** The serial number under which a device may be added that nobody knows; null where that is not offered. */
  readonly addable: string | null;
  /** The devices that may be meant, for a person to choose from. */
  readonly choices: readonly { readonly deviceId: string; readonly words: string }[];
}

const nothing = {
  sentence: '',
  serialNumber: null,
  deviceId: null,
  deviceLink: null,
  takeIn: null,
  addable: null,
  choices: [],
};

export const readingAnswer: ScanAnswer = { ...nothing, tone: 'busy', title: scanText.reading };
export const takingInAnswer: ScanAnswer = { ...nothing, tone: 'busy', title: scanText.takingIn };
export const sendingAnswer: ScanAnswer = { ...nothing, tone: 'busy', title: scanText.sending };

/** @param deviceLinkBeta whether this Reseal may associate devices by DeviceLink */
export function scanAnswerOf(outcome: Outcome<ScanReading>, text: string, deviceLinkBeta: boolean): ScanAnswer {
  if (!outcome.ok) return failed(outcome.error);
  const answer = answerOf(outcome.value);
  const { scan, verdict } = outcome.value;
  const isOffered = deviceLinkBeta && scan.kind === 'devicelink' && scan.serialNumber !== null;
  if (!isOffered || answer.tone === 'stop') return answer;
  const sentence = verdict === 'notInQueue' ? `${answer.title}. ${answer.sentence}` : answer.sentence;
  // What offers an act stays in sight until a person has decided.
  return { ...answer, sentence, tone: 'attention', title: scanText.deviceLink, deviceLink: text };
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

/** Why a scanned device did not come into the queue; null where it did. */
export function refusedTakeIn(outcome: Outcome<AdoptionAnswer>): ScanAnswer | null {
  if (!outcome.ok) return failed(outcome.error);
  const [refusal] = outcome.value.refused;
  return refusal === undefined
    ? null
    : { ...nothing, tone: 'stop', title: scanText.notTakenIn, sentence: refusal.reason };
}

function answerOf(reading: ScanReading): ScanAnswer {
  const { headline, rest } = scanWords(reading, formatter);
  return {
    tone: toneOf(reading),
    title: headline,
    sentence: rest,
    serialNumber: reading.device === null ? reading.scan.serialNumber : deviceTitle(reading.device),
    // Nobody is led to another customer's device.
    deviceId: reading.verdict === 'otherTenant' ? null : (reading.device?.id ?? null),
    deviceLink: null,
    takeIn: 'takeIn' in reading ? reading.takeIn : null,
    addable:
      reading.verdict === 'notInQueue' && reading.takeIn === null && reading.scan.ztdId === null
        ? reading.scan.serialNumber
        : null,
    choices: choicesOf(reading),
  };
}

function choicesOf(reading: ScanReading): ScanAnswer['choices'] {
  if (reading.verdict !== 'several' && reading.verdict !== 'similar') return [];
  const { choices } = reading;
  const words = reading.verdict === 'several' ? wordsToChoose(choices) : choices.map(namedChoiceWords);
  return choices.map(({ device }, index) => ({ deviceId: device.id, words: words[index] ?? '' }));
}

function toneOf(reading: ScanReading): Exclude<ScanAnswer['tone'], 'busy'> {
  switch (reading.verdict) {
    case 'found':
    case 'shelved':
    case 'shelf':
      return 'good';
    case 'recorded':
      return reading.result === 'success' ? 'good' : 'stop';
    case 'alreadyRecorded':
    case 'resultNotRecorded':
    case 'resultUnknown':
    case 'several':
    case 'similar':
    case 'notInQueue':
    case 'inTenantNotInQueue':
    case 'otherZtdId':
    case 'unknownShelf':
    case 'unreadable':
      return 'attention';
    case 'notInTenant':
    case 'otherTenant':
      return 'stop';
  }
}

function failed(failure: Failure): ScanAnswer {
  const sentence = [failure.message, failure.remedy].filter((part) => part !== undefined).join(' ');
  return { ...nothing, tone: 'stop', title: scanText.noAnswer, sentence };
}
