import type { ScanReading } from '../../src/shared/scans/scanReading.ts';
import { scanWords } from '../../src/shared/scans/scanWords.ts';

/** What is said of a code; empty where the answer is about the state of its device. */
export function scanSaid(reading: ScanReading): string {
  switch (reading.verdict) {
    case 'found':
    case 'recorded':
    case 'alreadyRecorded':
    case 'shelved':
      return '';
    default:
      return scanWords(reading);
  }
}
