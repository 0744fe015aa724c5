import { expect, test } from 'vitest';
import { complaintsOf } from './complaintsOf.ts';

test.each([
  'const text = count.toLocaleString();',
  "const text = count.toLocaleString('en-US');",
  'const text = at.toLocaleDateString();',
  'const text = at.toLocaleTimeString([]);',
  'const text = new Intl.NumberFormat().format(count);',
  'const text = Intl.DateTimeFormat().format(at);',
  "const text = new Intl.DurationFormat('en').format({ hours: 1 });",
  "const word = new Intl.PluralRules('en').select(count);",
])('numbers, moments and lengths of time are written by the formatter alone: %s', async (code) => {
  for (const file of [
    'src/renderer/text/intake.ts',
    'src/renderer/ui/When.tsx',
    'src/main/hosts/cli/jobs/outboxStatus.ts',
    'src/main/systemClock.ts',
    'src/shared/hardware-hash/problemIssue.ts',
    'test/benchmark/report.ts',
  ]) {
    expect(await complaintsOf(file, code)).toBe(1);
  }
  expect(await complaintsOf('src/shared/format/formatter.ts', code)).toBe(0);
});

test('what Intl knows besides formats may be used', async () => {
  expect(await complaintsOf('src/main/hosts/cli/output/table.ts', 'const graphemes = new Intl.Segmenter();')).toBe(0);
});
