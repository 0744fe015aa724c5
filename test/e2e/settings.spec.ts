import { expectAccessible, picture } from './support/look.ts';
import { fillQueue } from './support/practiceQueue.ts';
import { expect, test } from './support/resealTest.ts';

test('settings are kept as they are changed, and the page follows at once', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Your initials' }).fill('AL');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await page.getByRole('radio', { name: /Compact/ }).click();
  await expectAccessible(page);
  await picture(page, 'settings-dark');

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Your initials' })).toHaveValue('AL');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByRole('row').nth(1)).toHaveCSS('height', '32px');
  await expectAccessible(page);
});

test('a backup is one click and says where it is', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('listitem', { name: /^Backed up to / })).toBeVisible();
});

test('the number keys lead to the seven places, Back comes back, and ? shows the keys', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const places = ['Bench', 'Queue', 'Intake', 'Checklists', 'Activity', 'Tenants', 'Settings'];
  for (const [index, place] of places.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(page.getByRole('link', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Tenants' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { level: 1, name: 'Bench' })).toBeVisible();
  await expectAccessible(page);
});
