import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';

/** Where pictures go: beside the README when somebody asks for new ones, else with the other results of a run. */
const folder = join(
  projectRoot,
  process.env['RESEAL_SCREENSHOTS'] === 'docs' ? 'docs/screenshots' : 'test-results/screenshots',
);

/** Keeps a picture of the page as it is now. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** Fails with what axe finds on the page against WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await standsStill(page);
  const { violations } = await new AxeBuilder({ page })
    // Fluent’s focus guards: they are focusable on purpose, and hand the focus on at once.
    .exclude('[data-tabster-dummy]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 200)}`).join(', ')}`,
  );
  expect(found).toEqual([]);
}

/** Longer ones are clocks, such as a message's time on the screen, and spinners. */
const LONGEST_TRANSITION_MS = 1_000;

/** Waits until what fades or slides has arrived: half-faded text has no contrast to judge. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async (longestMs) => {
    const moving = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) <= longestMs);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  }, LONGEST_TRANSITION_MS);
}
