import { expect, test } from 'vitest';
import { troubleWords } from '../../../src/shared/jobs/trouble.ts';
import { storedJob } from '../../rigs/storedJob.ts';
import { told } from '../../rigs/told.ts';

const held = { code: 'jobs.held', act: null, serialNumber: null, changes: 1, devices: 1 } as const;

test('a trouble is told with how many changes and devices it is about', () => {
  const trouble = { ...held, reason: told('The hash is damaged.'), changes: 3, devices: 2 };
  expect(troubleWords(trouble)).toBe('3 changes of 2 devices: The hash is damaged.');
  expect(troubleWords({ ...trouble, devices: 1 })).toBe('3 changes of one device: The hash is damaged.');
});

test('the trouble of a single change names it, and one without words leads to the log', () => {
  const { act, serialNumber } = storedJob();
  const trouble = { ...held, act, serialNumber, reason: told('Not known.') };
  expect(troubleWords(trouble)).toBe('Register FBK00001: Not known.');
  expect(troubleWords({ ...trouble, reason: null })).toContain('look into the log file');
});
