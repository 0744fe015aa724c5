import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible, picture } from '../support/look.ts';
import { answerOn, scan } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';
import { readFiles, samples } from '../support/samples.ts';

test('a preview says of every row what becomes of it, and nothing is in the queue before the commit', async ({
  reseal: { page },
}) => {
  await readFiles(page, [samples.powerShell, samples.intune]);
  await expect(page.getByRole('button', { name: 'All 35' })).toBeVisible();
  await expect(page.getByText('30 of 35 rows go in')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Suspect 3' }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');
  await page.getByRole('row').nth(1).click();
  await expect(page.getByText(/The hash shows no TPM/).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'intake-suspect');

  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByRole('grid', { name: 'Devices' })).toBeHidden();
  await page.getByRole('link', { name: 'Intake' }).click();
  await page.getByRole('button', { name: 'Put 30 devices into the queue' }).click();
  await expect(page.getByRole('heading', { name: '30 devices are in the queue' })).toBeVisible();
  await expect(page.getByText(/5 rows were left out/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'See them in the queue' }).click();
  await expect(page.getByRole('grid', { name: 'Devices' })).toHaveAttribute('aria-rowcount', '31');
});

test('suspect rows are accepted one by one or by reason, and a reason can be taken back', async ({
  reseal: { page },
}) => {
  await readFiles(page, [samples.powerShell, samples.intune]);
  await page.getByRole('button', { name: 'Suspect 3' }).click();
  await page
    .getByRole('row', { name: /Suspect/ })
    .first()
    .click();
  await expect(page.getByText('It then becomes a new device in the queue.')).toBeVisible();
  await page.getByRole('button', { name: 'Accept this row' }).click();
  await expect(page.getByRole('button', { name: 'Put 31 devices into the queue' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Suspect 3 · 1 accepted' })).toBeVisible();
  await page.getByRole('button', { name: 'Close the row' }).click();

  await page.getByRole('button', { name: 'Accept suspect…' }).click();
  const mixedUp = page
    .getByRole('listitem')
    .filter({ hasText: 'The serial number of the row is not the one in the hash.' });
  await mixedUp.getByRole('button', { name: 'Accept 1 row' }).click();
  await expect(page.getByRole('dialog').getByText('32 of 35 rows go in')).toBeVisible();
  await expectAccessible(page);
  await mixedUp.getByRole('button', { name: 'Do not accept' }).click();
  await expect(page.getByRole('dialog').getByText('31 of 35 rows go in')).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
});

test('problems come first on request, a scan opens its row, and a mixed-up row takes the number of its hash', async ({
  reseal: { page },
}) => {
  await readFiles(page, [samples.powerShell, samples.intune]);
  await page.getByRole('button', { name: 'Problems first' }).click();
  await expect(page.getByRole('row').nth(1)).toHaveAccessibleName(/Refused/);
  await scan(page, '5CGFGK29RC');
  const pane = page.getByRole('region', { name: '5CGFGK29RC' });
  await expect(pane.getByText(/The rows may have been mixed up/).first()).toBeVisible();
  await expect(answerOn(page)).toContainText(
    'It stands in this import: line 18 of intune-sales.csv, suspect. It is not in the queue yet.',
  );
  await expectAccessible(page);
  await picture(page, 'intake-scanned');
  await pane.getByRole('button', { name: 'Use the hash’s number: 052005106498' }).click();
  await expect(page.getByRole('region', { name: '052005106498' }).getByRole('status')).not.toContainText('Suspect');
});

test('a cell is corrected in place with the keyboard, and the row is judged again', async ({ reseal: { page } }) => {
  await readFiles(page, samples.powerShell);
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Serial number of CRK15VH' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kiosk');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Assigned user of CRK15VH' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: /CRK15VH/ });
  await expect(row).toBeFocused();
  await expect(row).toHaveAccessibleName(/Refused.*Kiosk.*nobody/);

  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Assigned user of CRK15VH' })).toBeFocused();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(row).toHaveAccessibleName(/Ready.*Kiosk/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Group tag' })).toHaveValue('Kiosk');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Close the row' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
});

test('a group tag, an order number and the name of the batch are given to all rows', async ({ reseal: { page } }) => {
  await readFiles(page, samples.powerShell);
  await page.getByRole('button', { name: 'For all rows…' }).click();
  await page.getByRole('textbox', { name: 'Group tag' }).fill('Kiosk');
  await page.getByRole('textbox', { name: 'Order number' }).fill('4711');
  await page.getByRole('textbox', { name: 'Name of the batch' }).fill('Delivery of Monday');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Apply to all rows' }).click();
  await expect(page.getByRole('row', { name: /5CGTJJZV73/ })).toHaveAccessibleName(/Kiosk/);
  await page.getByRole('button', { name: /Put 16 devices/ }).click();
  await page.getByRole('button', { name: 'See them in the queue' }).click();
  await expect(page.getByRole('row', { name: /5CGTJJZV73/ })).toHaveAccessibleName(/Kiosk/);
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Batch' }).click();
  await expect(page.getByRole('menuitemradio', { name: /Delivery of Monday/ })).toBeVisible();
});

test('what is left out is saved with file, line and reason', async ({ reseal: { page } }) => {
  await readFiles(page, samples.powerShell);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save what is left out' }).click();
  const report = await readFile(await (await saved).path(), 'utf8');
  expect(report).toMatch(/^AutopilotHWID\.csv,7,PFSFHXZG,refused,.*cut off/m);
  expect(report).not.toMatch(/[A-Za-z0-9+/]{200}/);
});

test('a preview is found again after a reload, and discarding it names what is dropped', async ({
  reseal: { page },
}) => {
  await readFiles(page, samples.powerShell);
  await page.reload();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('18 rows of AutopilotHWID.csv');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Discard the preview' }).click();
  await expect(page.getByRole('heading', { name: 'Drop hash files here' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(page);
});

test('files that are dropped on any place lead to the intake', async ({ reseal: { page } }) => {
  await page.getByRole('button', { name: 'Practise with a pretend tenant' }).click();
  await expect(page.getByRole('heading', { name: 'Drop hash files here' })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  const content = (await readFile(samples.intune)).toString('base64');
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], 'sales.csv'));
    return dropped;
  }, content);
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('button', { name: 'All 17' })).toBeVisible();
});

test('files of one name from different folders are told apart', async ({ reseal: { page, dataFolder } }) => {
  const folder = join(dataFolder, 'deliveries');
  for (const [day, sample] of [
    ['monday', samples.powerShell],
    ['tuesday', samples.intune],
  ] as const) {
    await mkdir(join(folder, day), { recursive: true });
    await copyFile(sample, join(folder, day, 'goods.csv'));
  }
  await page.getByRole('button', { name: 'Practise with a pretend tenant' }).click();
  await page.locator('input[type=file]').last().setInputFiles(folder);
  const files = page.getByRole('region', { name: 'Files' });
  await expect(files.getByText('monday/goods.csv')).toBeVisible();
  await expect(files.getByText('tuesday/goods.csv')).toBeVisible();
});
