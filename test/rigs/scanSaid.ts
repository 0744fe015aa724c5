import type { ScanReading } from '../../src/shared/scans/scanReading.ts';
import { scanWords } from '../../src/shared/scans/scanWords.ts';

/** What is said of a code; empty where the answer is about the state of its device. */
export function scanSaid(reading: ScanReading): string {
  const { verdict } = reading;
  return verdict === 'found' || verdict === 'recorded' || verdict === 'alreadyRecorded' || verdict === 'shelved'
    ? ''
    : scanWords(reading);
}
