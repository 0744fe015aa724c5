import type { Page } from '@playwright/test';
import { recordProblems } from './pageProblems.ts';

/** Shorter than anything stays in sight that goes away by itself, longer than what the page waits for otherwise. */
const STAYS_FROM_MS = 5_000;

/**
 * Prepares a page before it shows anything, so that no test depends on how fast this computer is. Returns the list of what
 * goes wrong on it.
 */
export async function preparePage(page: Page): Promise<readonly string[]> {
  // Who waits for a chooser has it caught only after a while: a busy computer could have opened its own by then.
  page.on('filechooser', () => undefined);
  await page.addInitScript(keepInSight, STAYS_FROM_MS);
  return recordProblems(page);
}

/** Messages and answers that go away by themselves stay until they are closed: a slow test would look too late. */
function keepInSight(fromMs: number): void {
  const messages = new CSSStyleSheet();
  messages.replaceSync('[data-timer-status] { animation-play-state: paused !important; }');
  document.adoptedStyleSheets.push(messages);
  const wait = window.setTimeout.bind(window);
  const waitUnlessLong = (act: TimerHandler, waitMs = 0, ...given: readonly unknown[]): number =>
    waitMs < fromMs ? wait(act, waitMs, ...given) : 0;
  Object.defineProperty(window, 'setTimeout', { value: waitUnlessLong });
}
