import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../../rigs/testPorts.ts';
import { type Answer, runReseal } from '../../support/runReseal.ts';

const folder = temporaryFolder();
const demo = z.strictObject({
  devices: z.array(
    z.strictObject({
      serialNumber: z.string(),
      registration: z.string(),
      profile: z.string(),
      enrollment: z.string(),
      bench: z.string(),
      reseal: z.string(),
      scenario: z.string(),
      endState: z.string(),
      checklist: z.string(),
      label: z.string(),
    }),
  ),
  ways: z.array(
    z.strictObject({
      way: z.string(),
      serialNumber: z.string(),
      scenario: z.string(),
      joinType: z.string(),
      registration: z.string(),
      profile: z.string(),
      enrollment: z.string(),
      bench: z.string(),
      reseal: z.string(),
      endState: z.string(),
      endReason: z.string(),
      endSentence: z.string().min(3),
    }),
  ),
  refused: z.array(
    z.strictObject({
      file: z.string(),
      line: z.number(),
      serialNumber: z.string().nullable(),
      reasons: z.array(z.string()).min(1),
    }),
  ),
  seconds: z.number().positive(),
});
let answer: Answer;
let result: z.infer<typeof demo>;

beforeAll(async () => {
  answer = await runReseal(['demo', '--json', '--out', folder.path]);
  result = demo.parse(JSON.parse(answer.stdout));
});
afterAll(folder.remove);

it('brings every good device of the samples to its reseal', () => {
  expect(answer.status).toBe(0);
  expect(result.devices.length).toBeGreaterThanOrEqual(35);
  for (const device of result.devices) {
    expect(device).toMatchObject({
      registration: 'registered',
      profile: 'assigned',
      enrollment: 'enrolled',
      bench: 'succeeded',
      reseal: 'resealed',
      scenario: 'preProvisioned',
      endState: 'ship',
    });
  }
});

it('takes seven devices their own ways, each to its own end', () => {
  const ends = result.ways.map(
    ({ way, scenario, joinType, registration, enrollment, bench, reseal, endState, endReason }) => [
      way,
      scenario,
      joinType,
      registration,
      enrollment,
      bench,
      reseal,
      `${endState}: ${endReason}`,
    ],
  );
  const used = ['registered', 'enrolled', 'succeeded', 'userFlowDone', 'done: userFlowDone'];
  expect(ends).toEqual([
    ['preProvisionedEntra', 'preProvisioned', 'entra', ...used],
    ['preProvisionedHybrid', 'preProvisioned', 'hybrid', ...used],
    ['userDriven', 'userDriven', 'entra', 'registered', 'enrolled', 'notStarted', 'userFlowDone', 'done: userFlowDone'],
    [
      'selfDeploying',
      'selfDeploying',
      'entra',
      'registered',
      'enrolled',
      'succeeded',
      'notResealed',
      'done: selfDeployed',
    ],
    ['oemRegistered', 'preProvisioned', 'entra', ...used],
    [
      'devicePreparation',
      'devicePreparation',
      'entra',
      'none',
      'unknown',
      'notStarted',
      'userFlowDone',
      'done: userFlowDone',
    ],
    ['secondRun', 'preProvisioned', 'entra', ...used],
  ]);
  expect(new Set(result.ways.map(({ serialNumber }) => serialNumber)).size).toBe(7);
});

it('leaves a checklist and a label of every device where it was told', () => {
  const papers = result.devices.flatMap(({ checklist, label }) => [checklist, label]);
  expect(new Set(papers).size).toBe(result.devices.length * 2);
  for (const paper of papers) {
    expect(paper.startsWith(join(folder.path, ''))).toBe(true);
    expect(existsSync(paper) && readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-');
  }
});

it('names the rows that it refused, with file, line and reason', () => {
  expect(result.refused.length).toBeGreaterThanOrEqual(3);
  expect(new Set(result.refused.map(({ file }) => file)).size).toBeGreaterThanOrEqual(2);
});

it('says of the device of the second run that its first one has run out', () => {
  expect(answer.stderr).toContain('six months after its first run: Six months are over since the technician flow');
});

it('tells what it does on standard error, so that standard output is one document', () => {
  expect(answer.stderr).toContain('Registering');
});
