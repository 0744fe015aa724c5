import { expect, test } from 'vitest';
import { attentionSentences } from '../../../../src/renderer/app/attentionSentences.ts';
import { told } from '../../../rigs/told.ts';
import { formatter } from '../../../../src/renderer/text/formatter.ts';

const now = new Date('2026-11-22T12:00:00Z');
const quiet = { paused: false, online: true, offlineSince: null, troubles: [], unfinishedImports: 0, devicesToSee: 0 };

test('nothing needs anybody while everything is sent', () => {
  expect(attentionSentences(quiet, now)).toEqual([]);
});

test('a pause and a lost network stand before the problems of single changes', () => {
  const sentences = attentionSentences(
    {
      paused: true,
      online: false,
      offlineSince: '2026-11-22T09:10:00Z',
      troubles: [
        {
          code: 'jobs.held',
          act: { code: 'registration.register' },
          serialNumber: 'AAA1',
          reason: told('refused.'),
          changes: 1,
          devices: 1,
        },
      ],
      unfinishedImports: 0,
      devicesToSee: 0,
    },
    now,
  );
  expect(sentences).toHaveLength(3);
  expect(sentences[0]).toContain('paused');
  expect(sentences[1]).toContain('not been reached');
  expect(sentences[2]).toBe('Register AAA1: refused.');
});

test('the time is told as the person writes it, and never as the program keeps it', () => {
  const since = '2026-11-22T09:10:00.123Z';
  const [sentence] = attentionSentences({ ...quiet, online: false, offlineSince: since }, now);
  expect(sentence).toContain(formatter.shortInstant(since, now));
  expect(sentence).not.toContain(since);
});

test('what the bench lists as needing a look needs a person here too', () => {
  expect(attentionSentences({ ...quiet, devicesToSee: 5 }, now)).toEqual([
    '5 devices need a look. The bench says which and why.',
  ]);
});

test('an import that somebody began and left is told with its way out', () => {
  expect(attentionSentences({ ...quiet, unfinishedImports: 1 }, now)).toEqual([
    'An import is not finished. Go on with it in Intake, or discard it.',
  ]);
});
