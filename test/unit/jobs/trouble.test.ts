import { expect, test } from 'vitest';
import { createFormatter } from '../../../src/shared/format/formatter.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { troubleWords } from '../../../src/shared/jobs/trouble.ts';
import { storedJob } from '../../rigs/storedJob.ts';
import { told } from '../../rigs/told.ts';

const held = { code: 'jobs.held', act: null, serialNumber: null, changes: 1, devices: 1 } as const;

test('a trouble is told with how many changes and devices it is about', () => {
  const trouble = { ...held, reason: told('The hash is damaged.'), changes: 3, devices: 2 };
  expect(troubleWords(trouble, neutralFormatter)).toBe('3 changes of 2 devices: The hash is damaged.');
  expect(troubleWords({ ...trouble, devices: 1 }, neutralFormatter)).toBe(
    '3 changes of one device: The hash is damaged.',
  );
});

test('a trouble has its figures as the person writes them', () => {
  const trouble = { ...held, reason: told('The hash is damaged.'), changes: 4_812, devices: 4_800 };
  expect(troubleWords(trouble, createFormatter('de-DE'))).toMatch(/^4\.812 changes of 4\.800 devices:/);
});

test('the trouble of a single change names it, and one without words leads to the log', () => {
  const { act, serialNumber } = storedJob();
  const trouble = { ...held, act, serialNumber, reason: told('Not known.') };
  expect(troubleWords(trouble, neutralFormatter)).toBe('Register FBK00001: Not known.');
  expect(troubleWords({ ...trouble, reason: null }, neutralFormatter)).toContain('look into the log file');
});
