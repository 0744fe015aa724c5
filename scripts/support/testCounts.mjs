import { readFileSync } from 'node:fs';

/** What a step came to: how many tests passed and failed, and why others were skipped. */
const none = { passed: 0, failed: 0, skipped: [] };

/** A check is one test. */
export function checkCounts(isFine) {
  return isFine ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/** Counts from Vitest's JSON report; a file that could not even be loaded counts as one failed test. */
export function vitestCounts(reportFile, isFine) {
  const report = readReport(reportFile);
  if (report === null) return { ...none, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'pending' || status === 'skipped')
      .map(({ fullName }) => fullName),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: isFine ? failed : Math.max(failed, 1), skipped };
}

/** Counts from Playwright's JSON report; a test that passed when it was tried again has passed, and its list names it. */
export function playwrightCounts(reportFile, isFine) {
  const report = readReport(reportFile);
  if (report === null) return { ...none, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + report.errors.length;
  return { passed: expected + flaky, failed: isFine ? failed : Math.max(failed, 1), skipped: skippedIn(report.suites) };
}

function skippedIn(suites) {
  return suites.flatMap((suite) => [
    ...skippedIn(suite.suites ?? []),
    ...suite.specs.flatMap(({ tests }) =>
      tests
        .filter(({ status }) => status === 'skipped')
        .map(({ projectName, annotations }) => `${projectName}: ${reasonOf(annotations)}`),
    ),
  ]);
}

function reasonOf(annotations) {
  return annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // The tests ended before they could report.
  }
}
