import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Failure, Outcome } from '../../../shared/api/outcome.ts';
import { scanText } from '../../text/scan.ts';

export type ScanReading = OutputOf<'scans.read'>;

/** What a person two metres away sees and hears. */
export interface ScanAnswer {
  readonly tone: 'busy' | 'good' | 'attention' | 'stop';
  readonly title: string;
  readonly sentence: string;
  readonly serialNumber: string | null;
  readonly deviceId: string | null;
}

export const readingAnswer: ScanAnswer = {
  tone: 'busy',
  title: scanText.reading,
  sentence: '',
  serialNumber: null,
  deviceId: null,
};

export function scanAnswerOf(outcome: Outcome<ScanReading>): ScanAnswer {
  return outcome.ok ? answerOf(outcome.value) : failed(outcome.error);
}

function answerOf(reading: ScanReading): ScanAnswer {
  const common = {
    sentence: reading.sentence,
    serialNumber: reading.device?.serialNumber ?? reading.scan.serialNumber,
    deviceId: reading.device?.id ?? null,
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
      return { ...common, tone: 'attention', title: scanText.notInQueue };
    case 'otherTenant':
      return { ...common, tone: 'stop', title: scanText.otherTenant, deviceId: null };
    case 'unreadable':
      return { ...common, tone: 'attention', title: scanText.unreadable };
  }
}

function failed(failure: Failure): ScanAnswer {
  return {
    tone: 'stop',
    title: scanText.noAnswer,
    sentence: [failure.message, failure.remedy].filter((part) => part !== undefined).join(' '),
    serialNumber: null,
    deviceId: null,
  };
}
