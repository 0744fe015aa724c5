import { describe, expect, test } from 'vitest';
import { evidenceOf, type EvidenceCode } from '../../../src/shared/checklists/evidence.ts';
import { EVIDENCE_INITIALS, itemsOf, type ItemMark } from '../../../src/shared/checklists/items.ts';
import type { ChecklistTemplate, TemplateItem } from '../../../src/shared/checklists/checklist.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const unknownOptions = { windows: null, network: null, user: null, maker: null };
const unseen = { qrScannedAt: null, microsoftUser: null };
const factsOf = (change: Partial<DeviceRecord>) => [...evidenceOf(readyDevice(change), unseen).keys()];
const atTen = '2026-11-22T10:00:00.000Z';

describe('the facts that a device gives', () => {
  test.each<[string, Partial<DeviceRecord>, EvidenceCode]>([
    ['a submitted import', { registration: 'submitted' }, 'registration.submitted'],
    ['a started run', { bench: 'running', benchStartedAt: atTen }, 'bench.started'],
    ['a failed run', { bench: 'failed', benchStartedAt: atTen, benchEndedAt: atTen }, 'bench.ended'],
    ['a success', { bench: 'succeeded', benchEndedAt: atTen }, 'bench.succeeded'],
    ['a reseal', { reseal: 'resealed', resealedAt: atTen }, 'reseal.recorded'],
    ['shipping', { reseal: 'shipped', shippedAt: atTen }, 'shipped'],
  ])('%s', (_, change, code) => {
    expect(factsOf(change)).toContain(code);
  });

  test('a failed run is no success, and a success is no reseal', () => {
    expect(factsOf({ bench: 'failed', benchEndedAt: atTen })).not.toContain('bench.succeeded');
    expect(factsOf({ bench: 'succeeded', benchEndedAt: atTen })).not.toContain('reseal.recorded');
  });

  test('a device without its expected profile is not ready', () => {
    expect(factsOf({})).toContain('profile.ready');
    expect(factsOf({ expectedProfile: 'Kiosk' })).not.toContain('profile.ready');
  });

  test('a user is assigned when Microsoft says so, not when a person wishes so', () => {
    const device = readyDevice({ assignedUser: 'Ada@contoso.com' });
    const microsoftUser = { userPrincipalName: 'ada@contoso.com', readAt: atTen };
    expect(evidenceOf(device, unseen).has('user.assigned')).toBe(false);
    expect(evidenceOf(device, { ...unseen, microsoftUser }).get('user.assigned')).toBe(atTen);
  });

  test('a user flow is in time between 90 minutes and six months', () => {
    const run = { bench: 'succeeded', benchEndedAt: atTen, reseal: 'userFlowDone', resealedAt: atTen } as const;
    expect(factsOf({ ...run, userFlowDoneAt: '2026-11-22T12:00:00.000Z' })).toContain('userFlow.inTime');
    expect(factsOf({ ...run, userFlowDoneAt: '2026-11-22T10:30:00.000Z' })).not.toContain('userFlow.inTime');
    expect(factsOf({ ...run, userFlowDoneAt: '2027-06-22T10:30:00.000Z' })).not.toContain('userFlow.inTime');
  });
});

describe('the items of a checklist', () => {
  const step = (id: string, evidence: EvidenceCode | null): TemplateItem => ({
    id,
    title: id,
    need: 'required',
    condition: null,
    who: ['technician'],
    where: 'Bench',
    doneWhen: 'Done.',
    hints: [],
    evidence,
    only: null,
    commands: [],
    isGate: false,
    passedBy: null,
    isShared: false,
    sources: [],
  });
  const template: ChecklistTemplate = {
    id: 'a',
    version: 1,
    title: 'A',
    scenario: 'A',
    source: 'A page',
    kind: 'deployment',
    followsRuns: true,
    reviewed: null,
    blocks: [{ id: 'T', title: 'Bench', scope: 'device', items: [step('T1', null), step('T16', 'reseal.recorded')] }],
  };
  const resealed = new Map<EvidenceCode, string>([['reseal.recorded', atTen]]);
  const stateOf = (marks: readonly ItemMark[], evidence: ReadonlyMap<EvidenceCode, string>) =>
    itemsOf(template, marks, evidence, unknownOptions).map(({ state, by, at }) => [state, by, at]);

  test('are ticked by facts, with the time of the fact, and open again without it', () => {
    expect(stateOf([], resealed)).toEqual([
      ['open', null, null],
      ['done', EVIDENCE_INITIALS, atTen],
    ]);
    expect(stateOf([], new Map())).toEqual([
      ['open', null, null],
      ['open', null, null],
    ]);
  });

  test('say what a person said, whatever the facts', () => {
    const mark: ItemMark = { itemId: 'T16', state: 'failed', note: 'It restarted.', by: 'JB', at: atTen };
    expect(stateOf([mark], resealed)[1]).toEqual(['failed', 'JB', atTen]);
  });
});
