import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, picture } from '../support/look.ts';
import { answerOn, fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

test('shelves are named in Settings; a device and then the label of a shelf, scanned, put it there', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Shelves and ports' }).fill('1, 2, A1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove shelf A1' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'settings-shelves');

  // A scan in a field of text stays in it.
  await page.getByRole('link', { name: 'Queue' }).click();
  await scan(page, first);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
  await scan(page, 'RESEAL:SHELF:A1');
  await expect(answerOn(page)).toContainText('On shelf A1.');
  await scan(page, second);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(second) })).toBeAttached();
  await scan(page, 'RESEAL:SHELF:A1');
  await expect(page.getByText(`On shelf A1. ${first} stood there, and has no shelf now.`)).toBeVisible();
  await expect(page.getByRole('banner').or(page.getByRole('main'))).toContainText(['A1']);
  const { shelves } = await callProgram(page, 'shelves.list', {});
  expect(shelves.map(({ device }) => device?.serialNumber ?? null)).toEqual([null, null, second]);
});

test('a device is put on a shelf from its menu, and back', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await callProgram(page, 'settings.write', { shelves: ['1', '2'] });
  await scan(page, first);
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: 'Put on a shelf' }).click();
  const dialog = page.getByRole('dialog', { name: `Where does ${first} stand?` });
  await dialog.getByRole('combobox', { name: 'Shelf or port' }).selectOption('2');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Put it there' }).click();
  const shelf = page.getByRole('definition').filter({ hasText: /^2$/ });
  await expect(shelf.first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(shelf).toHaveCount(0);
});
