import { expectAccessible, picture } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

test('settings are kept as they are changed, and the page follows at once', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Your initials' }).fill('AL');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await page.getByRole('radio', { name: /Compact/ }).click();
  await expect(page.getByRole('radio', { name: /Compact/ })).toBeChecked();
  await expectAccessible(page);
  await picture(page, 'settings-dark');

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Your initials' })).toHaveValue('AL');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByRole('row').nth(1)).toHaveCSS('height', '32px');
  await expectAccessible(page);
});

test('the lab’s benches are named, and the one of this computer stands where work is done', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  for (const bench of ['Bench 1', 'Bench 2']) {
    await page.getByRole('textbox', { name: 'Another bench' }).fill(bench);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'This computer stands at' })).toHaveValue(bench);
  }
  await page.getByRole('combobox', { name: 'This computer stands at' }).selectOption('Bench 1');
  await page.getByRole('link', { name: 'Bench' }).click();
  await expect(page.getByRole('banner')).toContainText('Bench 1');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Remove this bench' }).click();
  await expect(page.getByRole('combobox', { name: 'This computer stands at' })).toHaveValue('');
  await expect(page.getByRole('option', { name: 'Bench 1' })).toHaveCount(0);
  await expect(page.getByRole('option', { name: 'Bench 2' })).toHaveCount(1);
});

test('a scanner that adds characters of its own is tried out, and then finds devices', async ({ reseal: { page } }) => {
  const [serialNumber] = serialNumbers;
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Before every code' }).fill('~');
  await page.getByRole('textbox', { name: 'After every code' }).fill('#');
  await page.getByRole('textbox', { name: 'Try the scanner' }).focus();
  const read = page.getByRole('region', { name: 'Scanner' }).getByRole('status');
  // What is kept stands in the fields once they are left.
  await expect(page.getByRole('textbox', { name: 'Before every code' })).toHaveValue('~');
  await expect(page.getByRole('textbox', { name: 'After every code' })).toHaveValue('#');
  await scan(page, `~${serialNumber}#`);
  await expect(read).toContainText(`Came as~${serialNumber}#Serial number${serialNumber}`);
  await expect(page.getByRole('textbox', { name: 'Try the scanner' })).toBeFocused();
  await scan(page, serialNumber);
  await expect(read).toContainText('It did not begin and end with the characters that are set above.');
  await expectAccessible(page);
  await picture(page, 'settings-scanner');

  await page.getByRole('link', { name: 'Queue' }).click();
  await scan(page, `~${serialNumber}#`);
  await expect(page.getByRole('heading', { level: 1, name: `Device ${serialNumber}` })).toBeAttached();
});

test('a backup is one click and says where it is', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('listitem', { name: /^Backed up and checked: 16 devices/ })).toBeVisible();
});

test('the number keys lead to the eight places, Back comes back, and ? shows the keys', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const places = ['Bench', 'Queue', 'Intake', 'Checklists', 'Activity', 'Shift', 'Customers', 'Settings'];
  for (const [index, place] of places.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(page.getByRole('link', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { level: 1, name: 'Bench' })).toBeVisible();
  await expectAccessible(page);
});
