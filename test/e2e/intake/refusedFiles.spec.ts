import { expectAccessible, picture } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { readFiles, samples } from '../support/samples.ts';

test('a refused row says what is wrong and what to do, and cannot be taken in', async ({ reseal: { page } }) => {
  await readFiles(page, samples.powerShell);
  await page.getByRole('button', { name: 'Refused 1' }).click();
  await page.getByRole('row', { name: /PFSFHXZG/ }).click();
  const row = page.getByRole('region', { name: 'PFSFHXZG' });
  await expect(row).toContainText('Line 7 of AutopilotHWID.csv');
  await expect(row).toContainText(
    'The hash is cut off: 1,024 of at least 1,047 characters. Export it again on the device.',
  );
  await expect(row.getByRole('button', { name: /Accept|Take/ })).toBeHidden();
  await expectAccessible(page);
  await picture(page, 'intake-refused');
});

test('files that hold no hash are refused by name and reason, and nothing can be committed', async ({
  reseal: { page },
}) => {
  await readFiles(page, [
    { name: 'analytics.csv', mimeType: 'text/csv', buffer: Buffer.from('Device name,OS version\r\nPC-1,10.0\r\n') },
    { name: 'picture.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0, 255]) },
  ]);
  await expect(page.getByRole('listitem').filter({ hasText: 'analytics.csv' })).toContainText('no hardware hash');
  await expect(page.getByRole('listitem').filter({ hasText: 'picture.csv' })).toContainText('PNG picture');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'No row goes in yet' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Accept suspect rows, or correct what is wrong.' }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Check the rows' })).toBeVisible();
});
