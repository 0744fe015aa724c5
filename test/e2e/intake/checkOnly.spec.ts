import { expectAccessible, expectLargeTargets, lookAtIt, sizes } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { samples } from '../support/samples.ts';

test('files are checked before there is any customer, and taken in once there is one', async ({ reseal: { page } }) => {
  await page.getByRole('link', { name: 'Only check files' }).click();
  await expect(
    page.getByText('There is no customer yet: files are checked, and nothing is kept of them.'),
  ).toBeVisible();
  await expectAccessible(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([samples.powerShell, samples.intune]);

  await expect(page.getByRole('heading', { level: 1, name: 'Checked' })).toBeVisible();
  await expect(page.getByText('30 of 35 rows are good')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Rows of the files' }).getByRole('row').nth(1)).toContainText('Refused');
  for (const size of sizes) {
    await page.setViewportSize(size);
    await lookAtIt(page, 'intake-checked');
  }
  await expectLargeTargets(page);

  await page.getByRole('link', { name: 'Say whose they are' }).click();
  await page.getByRole('button', { name: 'Begin without Microsoft' }).click();
  await page.getByRole('textbox', { name: 'Name on this bench' }).fill('Lager West');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Take them in for Lager West' }).click();
  await page.getByRole('button', { name: 'Put 30 devices into the queue' }).click();
  await expect(page.getByRole('heading', { name: '30 devices are in the queue' })).toBeVisible();
});

test('other files are checked after the first ones', async ({ reseal: { page } }) => {
  await page.getByRole('link', { name: 'Only check files' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(samples.intune);
  await page.getByRole('button', { name: 'Check other files' }).click();
  await expect(page.getByRole('heading', { name: 'Drop hash files here' })).toBeVisible();
});
