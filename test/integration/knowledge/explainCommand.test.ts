import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runInProcess } from '../support/runInProcess.ts';

const folder = mkdtempSync(join(tmpdir(), 'reseal-explain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const explain = (...words: string[]) => runInProcess(['explain', '--data-dir', folder, ...words]);
const answer = z.object({
  asked: z.string(),
  codes: z.array(z.object({ code: z.string(), signed: z.number(), unsigned: z.number(), isKnown: z.boolean() })),
  found: z.array(
    z.object({
      id: z.string(),
      causes: z.array(z.object({ cause: z.string(), tell: z.string(), who: z.array(z.string()).min(1) })).min(1),
      sources: z.array(z.object({ title: z.string(), address: z.string(), lines: z.array(z.number()) })).min(1),
      reviewed: z.string(),
    }),
  ),
});

test.each([
  ['0x80180014'],
  ['80180014'],
  ['-2145910764'],
  ['2149056532'],
  ['The', 'screen', 'says', '0x80180014,', 'what', 'now?'],
])('%s is explained with causes, ways to tell them apart, who acts, and sources', async (...words) => {
  const { status, stdout } = await explain('--json', ...words);
  const { codes, found } = answer.parse(JSON.parse(stdout));
  expect(codes).toMatchObject([{ code: '0x80180014', signed: -2_145_910_764, unsigned: 2_149_056_532, isKnown: true }]);
  expect(found.map(({ id }) => id)).toEqual(['enrollment.blocked']);
  expect(found[0]?.causes.length).toBeGreaterThanOrEqual(3);
  expect(status).toBe(0);
});

test('an unknown code is called unknown, and nothing is guessed', async () => {
  const { status, stdout } = await explain('0x80181fff');
  expect(stdout).toContain('0x80181fff (-2145902593, 2149064703) is unknown to Reseal.');
  expect(stdout).toContain('Nothing is known of that.');
  expect(status).toBe(1);
});

test('it opens no queue and makes none', async () => {
  expect((await explain('808')).stdout).toContain('another tenant');
  expect(readdirSync(folder)).toEqual([]);
});

test('without words the command line is wrong', async () => {
  expect((await explain()).status).toBe(2);
});
