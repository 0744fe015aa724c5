import { expect, test } from 'vitest';
import { troubleSentence } from '../../../src/main/services/jobs/jobSentences.ts';
import { storedJob } from '../../rigs/storedJob.ts';

test('a trouble is told with how many changes and devices it is about', () => {
  const trouble = { explanation: 'The hash is damaged.', changes: 3, devices: 2, jobId: null };
  expect(troubleSentence(trouble, null)).toBe('3 changes of 2 devices: The hash is damaged.');
  expect(troubleSentence({ ...trouble, devices: 1 }, null)).toBe('3 changes of one device: The hash is damaged.');
});

test('the trouble of a single change names it, and one without words leads to the log', () => {
  const job = storedJob();
  const trouble = { explanation: 'Not known.', changes: 1, devices: 1, jobId: job.id };
  expect(troubleSentence(trouble, job)).toBe('Register FBK00001: Not known.');
  expect(troubleSentence({ ...trouble, explanation: null }, job)).toContain('look into the log file');
});
