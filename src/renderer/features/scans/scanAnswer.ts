import type { Failure, Outcome } from '../../../shared/outcome/outcome.ts';
import type { AdoptionAnswer } from '../../../shared/devices/adoption.ts';
import { namedChoiceWords, wordsToChoose } from '../../../shared/devices/deviceChoice.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { bandOfDevice, bandOfScan, type AnswerColour } from '../../../shared/scans/answerBand.ts';
import { answerLine, answerWords } from '../../../shared/scans/answerWords.ts';
import type { ScanReading, TakeIn } from '../../../shared/scans/scanReading.ts';
import { scanWords } from '../../../shared/scans/scanWords.ts';
import { shelfSentence } from '../../../shared/shelves/shelfWords.ts';
import { formatter } from '../../text/formatter.ts';
import { scanText } from '../../text/scans.ts';
import type { Placed } from '../shelves/putBack.ts';

/** What a person two metres away sees and hears. */
export interface ScanAnswer {
  /** Null while it is being worked on. */
  readonly colour: AnswerColour | null;
  readonly word: string;
  /** Below the word: why, and what is next. */
  readonly line: string;
  /** Behind the word: the serial number, or the initials of a badge. */
  readonly name: string | null;
  readonly deviceId: string | null;
  /** The device whose state the answer is; null where the answer is about the code. */
  readonly device: DeviceView | null;
  /** What the scan itself did, in front of how its device stands. */
  readonly did: string;
  /** The DeviceLink that may be sent to Microsoft next; null where there is nothing to send. */
  readonly deviceLink: string | null;
  /** The registered device that may be taken into the queue; null where there is none. */
  readonly takeIn: TakeIn | null;
  /** The serial number under which a device may be added that nobody knows; null where that is not offered. */
  readonly addable: string | null;
  /** Whose initials a badge has replaced; null where nothing can be taken back. */
  readonly initialsBefore: string | null;
  /** The device that the scan put on a shelf, and where it stood before; null where nothing can be put back. */
  readonly placed: Placed | null;
  /** The devices that may be meant, for a person to choose from. */
  readonly choices: readonly { readonly deviceId: string; readonly words: string }[];
}

const nothing = {
  line: '',
  name: null,
  deviceId: null,
  device: null,
  did: '',
  deviceLink: null,
  takeIn: null,
  addable: null,
  initialsBefore: null,
  placed: null,
  choices: [],
} as const;

const busy = (word: string): ScanAnswer => ({ ...nothing, colour: null, word });
export const readingAnswer = busy(scanText.reading);
export const takingInAnswer = busy(scanText.takingIn);
export const sendingAnswer = busy(scanText.sending);

/** @param deviceLinkBeta whether this Reseal may associate devices by DeviceLink */
export function scanAnswerOf(
  outcome: Outcome<ScanReading>,
  text: string,
  deviceLinkBeta: boolean,
  now: Date,
): ScanAnswer {
  if (!outcome.ok) return failed(outcome.error);
  const { scan, verdict } = outcome.value;
  const answer = answerOf(outcome.value, now);
  const isOffered = deviceLinkBeta && scan.kind === 'devicelink' && scan.serialNumber !== null;
  if (!isOffered || verdict === 'notInTenant' || verdict === 'otherTenant') return answer;
  // What offers an act of its own stops a person until it is decided.
  const word = verdict === 'notInQueue' ? answerWords.unknown : answerWords.stop;
  return {
    ...answer,
    colour: 'amber',
    word,
    line: `${scanText.deviceLink} ${answer.line}`,
    device: null,
    deviceLink: text,
  };
}

/** How a device stands, where no scan asked: its failure was just recorded by hand. */
export function deviceAnswerOf(device: DeviceView, now: Date): ScanAnswer {
  const shown = { ...nothing, name: deviceTitle(device), deviceId: device.id };
  return asItStands({ ...shown, colour: null, word: '' }, device, now);
}

/** The answer with how its device stands now. */
export function asItStands(answer: ScanAnswer, device: DeviceView, now: Date): ScanAnswer {
  const { colour, word } = bandOfDevice(device, now);
  const line = answerLine(device, now, formatter);
  return {
    ...answer,
    device,
    colour,
    word: answerWords[word],
    line: answer.did === '' ? line : `${answer.did} ${line}`,
  };
}

/** The answer after a DeviceLink was handed over to be sent. */
export function associationAnswerOf(
  outcome: Outcome<unknown>,
  { name, deviceId }: ScanAnswer,
  tenantName: string,
): ScanAnswer {
  if (!outcome.ok) return failed(outcome.error);
  return {
    ...nothing,
    colour: 'blue',
    word: scanText.onItsWay,
    line: scanText.associating(tenantName),
    name,
    deviceId,
  };
}

/** Why a scanned device did not come into the queue; null where it did. */
export function refusedTakeIn(outcome: Outcome<AdoptionAnswer>): ScanAnswer | null {
  if (!outcome.ok) return failed(outcome.error);
  const [refusal] = outcome.value.refused;
  return refusal === undefined
    ? null
    : { ...nothing, colour: 'amber', word: answerWords.stop, line: `${scanText.notTakenIn} ${refusal.reason}` };
}

function answerOf(reading: ScanReading, now: Date): ScanAnswer {
  const { colour, word } = bandOfScan(reading, now);
  const answer = { ...nothing, colour, word: answerWords[word], name: nameIn(reading) };
  if (
    reading.verdict === 'found' ||
    reading.verdict === 'recorded' ||
    reading.verdict === 'alreadyRecorded' ||
    reading.verdict === 'shelved'
  ) {
    const { device } = reading;
    const placed = reading.verdict === 'shelved' ? reading : null;
    return asItStands({ ...answer, deviceId: device.id, did: didOf(reading), placed }, device, now);
  }
  if (reading.verdict === 'shelf' && reading.device !== null) {
    const { device, shelf } = reading;
    return asItStands({ ...answer, deviceId: device.id, did: `${answerWords.shelf} ${shelf}.` }, device, now);
  }
  return {
    ...answer,
    line: scanWords(reading),
    // Nobody is led to another customer's device.
    deviceId: reading.verdict === 'otherTenant' ? null : (reading.device?.id ?? null),
    takeIn: 'takeIn' in reading ? reading.takeIn : null,
    addable:
      reading.verdict === 'notInQueue' && reading.takeIn === null && reading.scan.ztdId === null
        ? reading.scan.serialNumber
        : null,
    initialsBefore: reading.verdict === 'technician' && reading.before !== reading.initials ? reading.before : null,
    choices: choicesOf(reading),
  };
}

function nameIn(reading: ScanReading): string | null {
  if (reading.verdict === 'technician') return reading.initials;
  if (reading.device === null && (reading.verdict === 'shelf' || reading.verdict === 'unknownShelf'))
    return reading.shelf;
  return reading.device === null ? reading.scan.serialNumber : deviceTitle(reading.device);
}

/** What a result code did; nothing where a scan only found the device. */
function didOf(reading: ScanReading): string {
  if (reading.verdict === 'shelved') return shelfSentence(reading.shelf, reading.from, reading.other?.title ?? null);
  if (reading.verdict === 'alreadyRecorded') return scanText.recordedAlready[reading.result];
  if (reading.verdict !== 'recorded') return '';
  const { result, elapsedMs, startUnknown } = reading;
  const after = elapsedMs === null ? null : formatter.minutes(elapsedMs, 'short');
  return `${scanText.recorded[result](after)}${startUnknown ? ` ${scanText.startUnknown}` : ''}`;
}

function choicesOf(reading: ScanReading): ScanAnswer['choices'] {
  if (reading.verdict !== 'several' && reading.verdict !== 'similar') return [];
  const { choices } = reading;
  const words = reading.verdict === 'several' ? wordsToChoose(choices) : choices.map(namedChoiceWords);
  return choices.map(({ device }, index) => ({ deviceId: device.id, words: words[index] ?? '' }));
}

function failed(failure: Failure): ScanAnswer {
  const line = [failure.message, failure.remedy].filter((part) => part !== undefined).join(' ');
  return { ...nothing, colour: 'amber', word: answerWords.stop, line };
}
