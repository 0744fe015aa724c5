import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { goToBench, pressEnterAfterScan, scan } from '../support/practiceQueue.ts';
import { registerElsewhere } from '../support/practiceTenant.ts';
import { expect, test } from '../support/resealTest.ts';

test('devices that somebody else registered are looked at, chosen and taken in from the queue', async ({ reseal }) => {
  const { page } = reseal;
  await registerElsewhere(reseal, ['OEMBOX1', 'OEMBOX2', 'OEMBOX3']);
  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  await page.getByRole('button', { name: 'Take in…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Take in from / });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Read the list now' }).click();
  await expect(dialog.getByRole('row')).toHaveCount(4);
  await expectAccessible(page);
  await picture(page, 'adopt');

  await dialog.getByRole('searchbox').fill('oembox2');
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await dialog.getByRole('searchbox').fill('');
  await expect(dialog.getByRole('row')).toHaveCount(4);
  await dialog.getByRole('button', { name: 'Group tag' }).click();
  await page.getByRole('menuitemradio', { name: 'Tag-OEMBOX1' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await dialog.getByRole('row').nth(1).focus();
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('button', { name: 'Take in 1 device' })).toBeVisible();
  await expectLargeTargets(page);
  await dialog.getByRole('button', { name: 'Take in 1 device' }).click();
  await expect(dialog.getByText('1 device taken into the queue.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('grid', { name: 'Devices' }).getByText('OEMBOX1', { exact: true })).toBeVisible();
});

test('a scanned device of the tenant is taken in with Enter, and opens', async ({ reseal }) => {
  const { page } = reseal;
  const tenantId = await registerElsewhere(reseal, ['OEMBOX4']);
  await callProgram(page, 'tracking.refresh', { tenantId, depth: 'list' });
  await goToBench(page);
  await scan(page, 'OEMBOX4');
  const answer = page.getByRole('region', { name: 'Answer to the scan' });
  await expect(answer).toContainText('Take it in.');
  await expect(answer.getByRole('button', { name: 'Take it in' })).toBeFocused();
  await expectAccessible(page);
  await pressEnterAfterScan(page);
  await expect(answer).toContainText('OEMBOX4');
  await expect(answer).not.toContainText('Unknown');
});
