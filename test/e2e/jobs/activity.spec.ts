import { expectAccessible, picture } from '../support/look.ts';
import { fillQueue } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';
import { readFiles, samples } from '../support/samples.ts';

test('sending is paused, a change is cancelled, and the rest goes out when sending goes on', async ({
  reseal: { page },
}) => {
  await readFiles(page, samples.powerShell);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing was sent yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pause sending' }).click();
  await expect(page.getByText('Sending is paused.', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Intake' }).click();
  await page.getByRole('button', { name: 'Put 16 devices into the queue' }).click();
  await page.getByRole('button', { name: 'Register these 16' }).click();
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('button', { name: 'To send 16' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'activity');
  await page.getByRole('button', { name: 'Register 16 devices: 16 waiting' }).click();
  await expectAccessible(page);
  await picture(page, 'activity-batch');
  await page.getByRole('button', { name: 'Cancel: Register 5CGTJJZV73' }).click();
  await expect(page.getByRole('button', { name: 'Cancelled 1' })).toBeVisible();

  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByRole('button', { name: /^Done/ }).click();
  await expect(page.getByRole('button', { name: /^Register 16 devices: .*1 cancelled/ })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Register PFT9G3FP' }).last()).toContainText('Done');
});

test('Intune is asked to synchronise once, then counts down to the next time', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('button', { name: 'Ask Intune to sync' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Synchronise Intune' })).toBeVisible();
});

test('the audit log keeps what has to be answered for', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('tab', { name: 'Audit log' }).click();
  await expect(page.getByRole('row', { name: /Added the tenant Practice tenant/ })).toBeVisible();
  await expectAccessible(page);
});
