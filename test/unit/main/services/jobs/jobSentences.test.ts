import { expect, test } from 'vitest';
import { problemSentences } from '../../../../../src/main/services/jobs/jobSentences.ts';
import { storedJob } from '../../../../fakes/storedJob.ts';

test('problems are told once for each reason, the most frequent first', () => {
  const refused = (deviceId: string) =>
    storedJob({ deviceId, sentence: `Register ${deviceId}`, explanation: 'The hash is damaged.' });
  expect(
    problemSentences([
      storedJob({ deviceId: 'd9', sentence: 'Name D9', explanation: 'Not known.' }),
      refused('d1'),
      refused('d2'),
    ]),
  ).toEqual(['2 changes of 2 devices: The hash is damaged.', 'Name D9: Not known.']);
});
