import { describe, expect, test } from 'vitest';
import { citedPages } from '../../../src/shared/preflight/citedPages.ts';
import { judgeTenant, type KnownTenant } from '../../../src/shared/preflight/judgeTenant.ts';
import { shippedQuestions } from '../../../src/shared/preflight/shippedQuestions.ts';
import { questionsFor, type TenantAnswer, type TenantChoice } from '../../../src/shared/preflight/tenantQuestion.ts';
import { verdictsOf } from '../../../src/shared/preflight/verdicts.ts';

const READ = '2026-12-03T08:00:00.000Z';

const empty: KnownTenant = {
  cloud: 'global',
  profiles: { readAt: null, isWhole: false, profiles: [] },
  pages: { readAt: null, isWhole: false, pages: [], flowMinutes: null },
  policies: { readAt: null, isWhole: false, policies: [] },
  questions: [],
  answers: new Map(),
};

const judge = (change: Partial<KnownTenant>, choice: TenantChoice = {}) =>
  judgeTenant({ ...empty, ...change }, choice, citedPages);

const answers = (...all: [string, TenantAnswer][]) => ({ questions: shippedQuestions, answers: new Map(all) });

describe('a tenant', () => {
  test('that was never read is not known, and never good', () => {
    expect(judge({}).map(({ finding, level }) => [finding.code, level])).toEqual([
      ['tenant.profilesNotRead', 'notKnown'],
      ['tenant.pagesNotRead', 'notKnown'],
      ['tenant.policiesNotRead', 'notKnown'],
    ]);
  });

  test('without profiles stops each scenario that needs one, and no other', () => {
    const found = judge({ profiles: { readAt: READ, isWhole: true, profiles: [] } });
    expect(Object.fromEntries(verdictsOf(found).map(({ scenario, verdict }) => [scenario, verdict]))).toEqual({
      preProvisioned: 'stops',
      userDriven: 'stops',
      selfDeploying: 'stops',
      existingDevice: 'open',
      devicePreparation: 'open',
    });
  });

  test('whose list ended early proves nothing', () => {
    const found = judge({ profiles: { readAt: READ, isWhole: false, profiles: [] } });
    expect(found.map(({ finding }) => finding.code)).toContain('tenant.profilesNotRead');
  });

  test('in another cloud has no Windows Autopilot', () => {
    expect(judge({ cloud: 'china' })[0]).toMatchObject({ finding: { code: 'tenant.otherCloud' }, level: 'stops' });
  });
});

describe('an answer', () => {
  const levelAfter = (answer: TenantAnswer, question: string) =>
    judge(answers([question, answer])).find(
      ({ finding }) => finding.code === 'tenant.asked' && finding.question === question,
    )?.level;

  test.each<[TenantAnswer, string, string]>([
    ['yes', 'enrollment.one', 'good'],
    ['no', 'enrollment.one', 'stops'],
    ['no', 'access.grace', 'look'],
    ['notKnown', 'enrollment.one', 'notKnown'],
  ])('%s to %s is %s', (answer, question, level) => {
    expect(levelAfter(answer, question)).toBe(level);
  });

  test('is asked for only where the choice needs it', () => {
    const ids = (choice: TenantChoice) => questionsFor(shippedQuestions, choice).map(({ id }) => id);
    expect(ids({ join: 'entra' }).some((id) => id.startsWith('hybrid.'))).toBe(false);
    expect(ids({ join: 'hybrid', scenario: 'userDriven' })).toContain('hybrid.connector');
    expect(ids({ scenario: 'selfDeploying' })).not.toContain('join.permission');
  });
});
