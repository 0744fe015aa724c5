import { largeSerial, makeLargeQueue } from '../support/largeQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const COUNT = 20_000;

test('twenty thousand devices: type, sort, filter, scroll, select all and register, with two windows open', async ({
  dataFolder,
  openReseal,
}) => {
  makeLargeQueue(dataFolder, COUNT);
  const { page, problems, close } = await openReseal();
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByText('20,000 devices', { exact: true })).toBeVisible();
  const opened = page.context().waitForEvent('page');
  await page.evaluate(() => void window.open(window.location.href));
  const other = await opened;
  await expect(other.getByText('20,000 devices', { exact: true })).toBeVisible();

  await page.bringToFront();
  const rows = page.getByRole('row');
  const search = page.getByRole('searchbox', { name: /Search serial/ });
  await page.keyboard.press('/');
  await page.keyboard.type('l1999');
  await expect(search).toHaveValue('l1999');
  await expect(page.getByText('10 of 20,000', { exact: true })).toBeVisible();
  await search.fill('');

  await page.getByRole('button', { name: 'Serial number' }).click();
  await expect(rows.nth(1)).toContainText(largeSerial(0));
  await rows.nth(1).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('row', { name: new RegExp(largeSerial(COUNT - 1)) })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.getByRole('row', { name: new RegExp(largeSerial(0)) })).toBeFocused();

  await page.getByRole('checkbox', { name: 'Select everything that matches' }).click();
  await expect(page.getByText('20,000 selected', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  // Twenty thousand in turns, while others are sent already, take a busy machine minutes.
  const done = page.getByRole('listitem', { name: '20,000 devices on the way to Microsoft.' });
  await expect(done).toBeVisible({ timeout: 300_000 });

  // Whatever has become of each by now: none is as it was, in either window, and none is lost.
  for (const window of [page, other]) {
    await window.getByRole('button', { name: 'Status' }).click();
    await window.getByRole('menuitem', { name: 'Registration' }).click();
    await window.getByRole('menuitemcheckbox', { name: 'Not registered', exact: true }).click();
    await window.keyboard.press('Escape');
    await window.keyboard.press('Escape');
    await expect(window.getByText('No device matches these filters.')).toBeVisible();
    await window.getByRole('button', { name: 'Clear filters' }).first().click();
    await expect(window.getByText('20,000 devices', { exact: true })).toBeVisible();
    await expect(window.getByRole('row').nth(1)).not.toContainText('Not registered');
  }
  await close();
  expect(problems).toEqual([]);
});
