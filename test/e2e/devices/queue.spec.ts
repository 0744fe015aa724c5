import { expectAccessible, picture } from '../support/look.ts';
import { fillQueue, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first] = serialNumbers;

test('the queue by keyboard: search, move, select, open, and come back to the same place', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const rows = page.getByRole('row');
  await rows.nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();
  await expect(rows.nth(3)).toBeFocused();
  await expectAccessible(page);
  await picture(page, 'queue-selection');

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Device/ })).toBeAttached();
  await page.goBack();
  await expect(page.getByText('2 selected')).toBeVisible();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: /Search serial/ })).toBeFocused();
  await page.keyboard.type(first.toLowerCase());
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('1 selected')).toBeVisible();
});

test('keys act on the row that has the focus, however it came there', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const row = page.getByRole('row').filter({ hasText: first });
  // As a screen reader does, past the arrow keys; it is not the first row.
  await row.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: `Select ${first}` })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
});

test('devices are taken off the queue, and Ctrl+Z puts them back', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const count = page.getByText(/^\d+ devices$/);
  const before = await count.innerText();
  await page.getByRole('checkbox', { name: `Select ${first}` }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('listitem', { name: '1 device taken off the queue.' })).toBeVisible();
  await expect(count).not.toHaveText(before);
  await page.keyboard.press('Control+z');
  await expect(count).toHaveText(before);
});

test('filters narrow the queue, and clearing them brings everything back', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const count = page.getByText(/^\d+ devices$/);
  await expect(count).toBeVisible();
  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: 'Registration' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Registered', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByText('No device matches these filters.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(count).toBeVisible();
});

test('a group tag and labels for a selection', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('checkbox', { name: 'Select everything that matches' }).click();
  await page.getByRole('button', { name: 'Set group tag' }).click();
  const dialog = page.getByRole('dialog', { name: /Set the group tag of \d+ devices/ });
  await dialog.getByRole('textbox', { name: 'Group tag' }).fill('Lab7');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Set tag' }).click();
  await expect(page.getByRole('gridcell', { name: 'Lab7' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Labels' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
});

test('several devices are named by a pattern, and what cannot be is said before', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Set names' }).click();
  const dialog = page.getByRole('dialog', { name: /^Name \d+ devices$/ });
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('BERLIN-%SERIAL%');
  await expect(dialog).toContainText('cannot be named so');
  await expectAccessible(page);
  await picture(page, 'names');
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('BENCH-%NUMBER:3%');
  await expect(dialog).toContainText('BENCH-001');
  await dialog.getByRole('button', { name: /^Name \d+ devices$/ }).click();
  await expect(dialog).toHaveCount(0);
  await page
    .getByRole('link', { name: first })
    .or(page.getByText(first, { exact: true }))
    .first()
    .click();
  await expect(page.getByText(/^BENCH-0\d\d$/)).toBeVisible();
});
