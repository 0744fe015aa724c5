import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';

/**
 * Pictures are taken when somebody wants to look at them: `RESEAL_SCREENSHOTS=docs` renews those beside the README, any
 * other value puts them with the results of the run.
 */
const wanted = process.env['RESEAL_SCREENSHOTS'] ?? '';
const folder = join(projectRoot, wanted === 'docs' ? 'docs/screenshots' : 'test-results/screenshots');

/** The windows and looks in which everything is looked at. */
export const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'high-contrast', colorScheme: 'dark', forcedColors: 'active' },
] as const;

/**
 * Looks at what is open as it is, in light, dark and forced colours: a picture, and what axe says. What has no colour is
 * the same in all of them, and judged once.
 */
export async function lookAtIt(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  for (const { name: look, colorScheme, forcedColors } of looks) {
    await test.step(`${name}, ${look}, ${width}`, async () => {
      await page.emulateMedia({ colorScheme, forcedColors });
      await expectAccessible(page, look === 'light' ? 'everything' : 'colours');
      await picture(page, `${name}-${look}-${width}`);
    });
  }
}

/** Keeps a picture of the page as it is now. */
export async function picture(page: Page, name: string): Promise<void> {
  if (wanted === '') return;
  mkdirSync(folder, { recursive: true });
  await standsStill(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Fails with what axe finds on the page against WCAG 2.2 AA. What is on its way when axe looks, such as a half-changed
 * theme or a message that fades in, has colours that nobody reads: it is judged again for a moment.
 */
export async function expectAccessible(page: Page, what: 'everything' | 'colours' = 'everything'): Promise<void> {
  await expect(async () => expect(await violationsOn(page, what)).toEqual([])).toPass();
}

async function violationsOn(page: Page, what: 'everything' | 'colours'): Promise<string[]> {
  await standsStill(page);
  // Fluent opens menus beside the landmarks of the page; they are there for a moment and hold the focus.
  const hasMenu = (await page.getByRole('menu').count()) > 0;
  // Fluent’s focus guards: they are focusable on purpose, and hand the focus on at once.
  const axe = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').options({ resultTypes: ['violations'] });
  // The page has no frames: no second tab is needed to put together what axe says of each.
  axe.setLegacyMode();
  const { violations } = await (
    what === 'colours' ? axe.withRules(COLOUR_RULES) : axe.withTags(TAGS).disableRules(hasMenu ? ['region'] : [])
  ).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 200)}`).join(', ')}`,
  );
}

/** What a gloved hand hits; WCAG 2.2 AA asks for 24. */
const TARGET_PX = 44;

/** Fails with every control that is too small for a gloved hand, in what is open or else on the page. */
export async function expectLargeTargets(page: Page): Promise<void> {
  const tooSmall = await page.evaluate((least) => {
    const opened = [...document.querySelectorAll('[aria-modal="true"], [role="dialog"], [role="menu"]')].at(-1);
    const controls = (opened ?? document).querySelectorAll<HTMLElement>(
      'button, a[href], [role^="menuitem"], [role="tab"], summary, input[type="file"]',
    );
    return [...controls].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const isHidden = width === 0 || getComputedStyle(control).clipPath !== 'none';
      if (isHidden || (width >= least && height >= least)) return [];
      return [`${control.getAttribute('aria-label') ?? control.innerText}: ${width} x ${height}`];
    });
  }, TARGET_PX);
  expect(tooSmall).toEqual([]);
}

/**
 * Fails where something is wider than its room: nobody should have to scroll sideways to read. Tables may be, once the
 * window is smaller than those that Reseal is made for.
 */
export async function expectNothingCutOff(page: Page, { tables }: { readonly tables: boolean }): Promise<void> {
  const rooms = tables ? 'html, main, :has(> [role="grid"])' : 'html, main';
  const overflow = await page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    rooms,
  );
  expect(Math.max(...overflow), 'pixels cut off at the side').toBeLessThanOrEqual(0);
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
