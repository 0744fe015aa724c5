import type { Locator, Page } from '@playwright/test';
import { focusByTab } from '../support/keyboard.ts';
import {
  expectAccessible,
  expectLargeTargets,
  expectNothingCutOff,
  lookAtIt,
  picture,
  sizes,
} from '../support/look.ts';
import { answerOn, fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber, other] = serialNumbers;

const paletteOn = (page: Page): Locator => page.getByRole('dialog', { name: 'Acts, places and devices' });
const fieldOn = (page: Page): Locator => paletteOn(page).getByRole('combobox');

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(fieldOn(page)).toBeFocused();
}

async function expectChosen(page: Page, name: RegExp): Promise<void> {
  await expect(paletteOn(page).getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
}

test('the palette opens by its key from anywhere, a field included, and the focus comes back', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const search = page.getByRole('searchbox', { name: /Search serial/ });
  await search.focus();
  await openPalette(page);
  await page.keyboard.press('Escape');
  await expect(paletteOn(page)).toHaveCount(0);
  await expect(search).toBeFocused();

  const scanField = page.getByRole('textbox', { name: /Scan/ });
  await scanField.focus();
  await openPalette(page);
  await page.keyboard.press('Control+k');
  await expect(paletteOn(page)).toHaveCount(0);
  await expect(scanField).toBeFocused();

  const button = page.getByRole('button', { name: 'Find any act, place or device (Ctrl K)' });
  await focusByTab(page, button);
  await page.keyboard.press('Enter');
  await expect(fieldOn(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('it does not open over a dialog that asks something else', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Ctrl + K');
  await page.keyboard.press('Control+k');
  await expect(keys).toBeVisible();
  await expect(paletteOn(page)).toHaveCount(0);
});

test('the arrow keys, Home and End move through the list, and Enter goes to the place', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await openPalette(page);
  await expectChosen(page, /^Bench/);
  await page.keyboard.press('ArrowDown');
  await expectChosen(page, /^Queue/);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  // Which act is the last depends on what is allowed just now.
  await expect(paletteOn(page).getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await expect(paletteOn(page).getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await fieldOn(page).fill('audit log');
  await expectChosen(page, /^Activity/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeFocused();
  await expect(paletteOn(page)).toHaveCount(0);
});

test('on a device its acts come first, and what cannot be done now says why', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await scan(page, serialNumber);
  await expect(answerOn(page).getByRole('button', { name: 'Register' })).toBeVisible();
  await openPalette(page);
  const acts = paletteOn(page).getByRole('group').first();
  await expect(acts).toHaveAccessibleName(`For ${serialNumber}`);
  await expect(acts.getByRole('option').first()).toHaveAccessibleName('Register');
  await fieldOn(page).fill('shipped');
  const ship = paletteOn(page).getByRole('option', { name: /^It is shipped/ });
  await expect(ship).toHaveAttribute('aria-disabled', 'true');
  await expect(ship).toContainText('Not now: Reseal the device before it is shipped.');
  await page.keyboard.press('Enter');
  await expect(fieldOn(page)).toBeFocused();

  await fieldOn(page).fill('tag group');
  await expectChosen(page, /^Set group tag/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Set the group tag' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(answerOn(page).getByRole('button', { name: 'Register' })).toBeFocused();

  await openPalette(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 device on the way to Microsoft.', { exact: true })).toBeVisible();
});

test('over a selection it acts on all that is selected', async ({ reseal: { page } }) => {
  await fillQueue(page);
  for (const serial of serialNumbers) await page.getByRole('checkbox', { name: `Select ${serial}` }).click();
  await openPalette(page);
  await expect(paletteOn(page).getByRole('group').first()).toHaveAccessibleName('For the 2 selected devices');
  await fieldOn(page).fill('from the queue');
  await expectChosen(page, /^Remove from the queue/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem', { name: '2 devices taken off the queue.' })).toBeVisible();
});

test('a device is found by words of the queue, and many lead to the queue with the search', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await openPalette(page);
  await fieldOn(page).fill(other.toLowerCase().slice(0, 6));
  await paletteOn(page)
    .getByRole('option', { name: new RegExp(`^${other}`) })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(other) })).toBeAttached();

  await openPalette(page);
  await fieldOn(page).fill('e');
  const all = paletteOn(page).getByRole('option', { name: /^Show all \d+ devices in the queue$/ });
  await expect(all).toBeVisible();
  const devices = paletteOn(page).getByRole('group', { name: 'Devices' }).getByRole('option');
  await expect(devices).toHaveCount(9);
  await all.click();
  await expect(page.getByRole('searchbox', { name: /Search serial/ })).toHaveValue('e');
});

test('what nothing is called says so, and what would find it', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await openPalette(page);
  await fieldOn(page).fill('zzzz');
  await expect(paletteOn(page).getByText('Nothing here is called “zzzz”.').first()).toBeVisible();
  await expect(paletteOn(page).getByRole('option')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(fieldOn(page)).toBeFocused();
});

test('a scan while it is open is a scan', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await openPalette(page);
  await fieldOn(page).fill('lab');
  await scan(page, serialNumber);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(serialNumber) })).toBeAttached();
  await expect(paletteOn(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Answer to the scan' })).toContainText(`Register it ${serialNumber}`);
  await openPalette(page);
  await scan(page, 'ABC123456');
  await expect(page.getByRole('region', { name: 'Answer to the scan' })).toContainText('Not in the queue');
  await expect(paletteOn(page)).toHaveCount(0);
});

test('it is accessible in every size and look, with much, little and nothing found', async ({ reseal: { page } }) => {
  test.setTimeout(600_000);
  await fillQueue(page);
  await scan(page, serialNumber);
  await expect(answerOn(page).getByRole('button', { name: 'Register' })).toBeVisible();
  await openPalette(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const [name, query] of [
      ['everything', ''],
      ['some', 'lab'],
      ['refused', 'it is'],
      ['devices', '5cg'],
      ['none', 'zzzz'],
    ] as const) {
      await fieldOn(page).fill(query);
      await expect(paletteOn(page).getByRole('status')).not.toHaveText('Looking in the queue…');
      await lookAtIt(page, `palette-${name}`);
      await expectLargeTargets(page);
      await expectNothingCutOff(page, { tables: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 640, height: 400 });
  await fieldOn(page).fill('');
  await expectNothingCutOff(page, { tables: false });
  await expectAccessible(page);
  await picture(page, 'palette-small');
});
