import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCounts, playwrightCounts, vitestCounts } from '../../../scripts/support/testCounts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reseal-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('what the tests came to', () => {
  it('counts a check as one', () => {
    expect(checkCounts(true)).toMatchObject({ passed: 1, failed: 0 });
    expect(checkCounts(false)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts a file that could not be loaded as a failed test', () => {
    const testResults = [{ status: 'failed', name: 'torn.test.ts', assertionResults: [] }];
    const report = written({ numPassedTests: 4, numFailedTests: 0, testResults });
    expect(vitestCounts(report, false)).toMatchObject({ passed: 4, failed: 1 });
  });

  it('names what was skipped', () => {
    const assertionResults = [{ status: 'skipped', fullName: 'reads the file beside' }];
    const report = written({
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [{ status: 'passed', assertionResults }],
    });
    expect(vitestCounts(report, true).skipped).toEqual(['reads the file beside']);
  });

  it('never calls a failed run a success', () => {
    const report = written({ numPassedTests: 4, numFailedTests: 0, testResults: [] });
    expect(vitestCounts(report, false).failed).toBe(1);
    expect(vitestCounts(join(folder, 'missing.json'), true).failed).toBe(1);
    expect(playwrightCounts(join(folder, 'missing.json'), true).failed).toBe(1);
  });

  it('counts a test that passed at its second try as passed, as Playwright does, and names it', () => {
    const suites = [{ specs: [{ title: 'imports a file', file: 'intake.spec.ts', tests: [{ status: 'flaky' }] }] }];
    const report = written({ stats: { expected: 3, unexpected: 0, flaky: 1 }, errors: [], suites });
    const counts = playwrightCounts(report, true);
    expect(counts).toMatchObject({ passed: 4, failed: 0 });
    expect(counts.remarks).toEqual(['passed at its second try: intake.spec.ts: imports a file']);
  });

  it('names every test that failed, so that the end of a run says what is wrong', () => {
    const assertionResults = [{ status: 'failed', fullName: 'refuses a torn row' }];
    const testResults = [
      { status: 'failed', name: join(folder, 'rows.test.ts'), assertionResults },
      { status: 'failed', name: join(folder, 'torn.test.ts'), assertionResults: [] },
    ];
    const report = written({ numPassedTests: 4, numFailedTests: 1, testResults });
    expect(vitestCounts(report, false).remarks).toEqual([
      expect.stringMatching(/^failed: .*rows\.test\.ts: refuses a torn row$/),
      expect.stringMatching(/^failed: .*torn\.test\.ts: could not be loaded$/),
    ]);
    const suites = [
      { specs: [{ title: 'imports a file', file: 'intake.spec.ts', tests: [{ status: 'unexpected' }] }] },
    ];
    const clicked = written({ stats: { expected: 3, unexpected: 1, flaky: 0 }, errors: [], suites });
    expect(playwrightCounts(clicked, false).remarks).toEqual(['failed: intake.spec.ts: imports a file']);
  });

  it('gives the reason where a door could not be tested', () => {
    const tests = [
      { status: 'skipped', projectName: 'electron', annotations: [{ type: 'skip', description: 'no display' }] },
    ];
    const suites = [{ specs: [], suites: [{ specs: [{ title: 'imports a file', tests }] }] }];
    const report = written({ stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [], suites });
    expect(playwrightCounts(report, true).skipped).toEqual(['electron: no display']);
  });
});
