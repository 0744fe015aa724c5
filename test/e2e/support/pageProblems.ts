import type { Page } from '@playwright/test';

declare global {
  interface Window {
    readonly reportViolation: (violation: string) => void;
  }
}

/**
 * Collects what a person would not see, but must not happen: script errors, console errors, and refusals of the content
 * policy. A violation is told by the page itself, since not every kind is logged.
 */
export async function recordProblems(page: Page): Promise<readonly string[]> {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`Script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`Console error: ${message.text()}`);
  });
  await page.exposeFunction('reportViolation', (violation: string) => problems.push(violation));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.reportViolation(`Content policy violated: ${violatedDirective} by ${blockedURI}`);
    });
  });
  return problems;
}
