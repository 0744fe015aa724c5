import { expectAccessible, picture } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

test('corporate identifiers of the selected devices are uploaded, and Activity says how it ended', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  for (const serialNumber of [first, second])
    await page.getByRole('checkbox', { name: `Select ${serialNumber}` }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Upload corporate identifiers' }).click();
  await expect(page.getByRole('listitem', { name: '2 devices on the way to Microsoft.' })).toBeVisible();
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await page.getByRole('button', { name: /^Done/ }).click();
  await page.getByRole('button', { name: 'Upload the corporate identifier of 2 devices: 2 done' }).click();
  const upload = page
    .getByRole('listitem')
    .filter({ hasText: `Upload the corporate identifier of ${first}` })
    .last();
  await expect(upload).toContainText('Done');
});

test('a scanned DeviceLink is sent only where the beta is on, and only when a person says so', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const answer = page.getByRole('region', { name: 'Answer to the scan' });
  const link = `deviceLink:/1/?sn=${first}&data=eA%3D%3D`;
  await scan(page, link);
  await expect(answer).toContainText(`Register it ${first}`);
  await expect(answer.getByRole('button', { name: /^Associate/ })).toHaveCount(0);

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Associate devices by DeviceLink' }).click();
  await expect(page.getByRole('switch', { name: 'Associate devices by DeviceLink' })).toBeChecked();
  await expectAccessible(page);
  await scan(page, link);
  await expect(answer).toContainText(`Stop ${first}A DeviceLink.`);
  await expectAccessible(page);
  await picture(page, 'scan-devicelink');
  await answer.getByRole('button', { name: /^Associate with / }).click();
  await expect(answer).toContainText('On its way');
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await page.getByRole('button', { name: /^Done/ }).click();
  const association = page.getByRole('listitem').filter({ hasText: `Associate ${first} with the tenant` });
  await expect(association).toContainText('Done');
});
