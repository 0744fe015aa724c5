import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** What a step came to: how many tests passed and failed, why others were skipped, and which need a look. */
const none = { passed: 0, failed: 0, skipped: [], remarks: [] };

/** A check is one test. */
export function checkCounts(isFine) {
  return isFine ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/** Counts from Vitest's JSON report; a file that could not even be loaded counts as one failed test. */
export function vitestCounts(reportFile, isFine) {
  const report = readReport(reportFile);
  if (report === null) return { ...none, failed: 1 };
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, fullName }) => ({ status, fullName, file: name })),
  );
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: isFine ? failed : Math.max(failed, 1),
    skipped: tests.filter(({ status }) => status === 'pending' || status === 'skipped').map(({ fullName }) => fullName),
    remarks: [
      ...tests
        .filter(({ status }) => status === 'failed')
        .map(({ file, fullName }) => `failed: ${relative(projectRoot, file)}: ${fullName}`),
      ...broken.map(({ name }) => `failed: ${relative(projectRoot, name)}: could not be loaded`),
    ],
  };
}

/** Counts from Playwright's JSON report; a test that passed when it was tried again has passed, and is named. */
export function playwrightCounts(reportFile, isFine) {
  const report = readReport(reportFile);
  if (report === null) return { ...none, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + report.errors.length;
  const tests = testsIn(report.suites);
  const remarks = { unexpected: 'failed', flaky: 'passed at its second try' };
  return {
    passed: expected + flaky,
    failed: isFine ? failed : Math.max(failed, 1),
    skipped: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ projectName, annotations }) => `${projectName}: ${reasonOf(annotations)}`),
    remarks: tests
      .filter(({ status }) => status in remarks)
      .map(({ status, file, title }) => `${remarks[status]}: ${file}: ${title}`),
  };
}

function testsIn(suites) {
  return suites.flatMap((suite) => [
    ...testsIn(suite.suites ?? []),
    ...suite.specs.flatMap(({ title, file, tests }) => tests.map((test) => ({ title, file, ...test }))),
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
