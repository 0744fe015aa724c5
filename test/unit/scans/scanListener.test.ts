import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LONGEST_GAP_MS } from '../../../src/renderer/features/scans/scanBurst.ts';
import { createScanListener, type ScanListener } from '../../../src/renderer/features/scans/scanListener.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Presses the keys, each some milliseconds after the last. */
function press(listener: ScanListener, keys: readonly string[], gapMs: number): void {
  for (const key of keys) {
    vi.advanceTimersByTime(gapMs);
    listener.hear({ key, at: Date.now() });
  }
}

const code = Array.from('5CG1234567');
const scannerGapMs = 8;
const personGapMs = 120;

describe('a scanner that ends its codes with no key', () => {
  test('is heard once it has fallen silent, and once only', () => {
    const scans: string[] = [];
    const listener = createScanListener('pause', ({ text }) => scans.push(text));
    press(listener, code, scannerGapMs);
    expect(scans).toEqual([]);
    vi.advanceTimersByTime(LONGEST_GAP_MS);
    press(listener, code, scannerGapMs);
    vi.advanceTimersByTime(LONGEST_GAP_MS * 10);
    expect(scans).toEqual(['5CG1234567', '5CG1234567']);
  });

  test('is not mistaken for a person who types and stops', () => {
    const scans: string[] = [];
    const listener = createScanListener('pause', ({ text }) => scans.push(text));
    press(listener, code, personGapMs);
    vi.advanceTimersByTime(LONGEST_GAP_MS * 10);
    expect(scans).toEqual([]);
  });

  test('is heard once where it sends Enter after all', () => {
    const scans: string[] = [];
    const listener = createScanListener('pause', ({ text }) => scans.push(text));
    press(listener, [...code, 'Enter'], scannerGapMs);
    vi.advanceTimersByTime(LONGEST_GAP_MS * 10);
    expect(scans).toEqual(['5CG1234567']);
  });
});

test('without its end key, a scan is no scan where one is expected', () => {
  const scans: string[] = [];
  const listener = createScanListener('key', ({ text }) => scans.push(text));
  press(listener, code, scannerGapMs);
  vi.advanceTimersByTime(LONGEST_GAP_MS * 10);
  press(listener, ['Enter'], scannerGapMs);
  expect(scans).toEqual([]);
});

test('what came before is forgotten when the keys go elsewhere', () => {
  const scans: string[] = [];
  const listener = createScanListener('pause', ({ text }) => scans.push(text));
  press(listener, code, scannerGapMs);
  listener.forget();
  vi.advanceTimersByTime(LONGEST_GAP_MS * 10);
  expect(scans).toEqual([]);
});
