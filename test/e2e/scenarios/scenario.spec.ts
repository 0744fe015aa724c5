import type { Page } from '@playwright/test';
import { lookAtIt } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;

async function openChoice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: 'Choose scenario' }).click();
}

test('a device that its user sets up is shipped without the bench, once somebody says so', async ({
  reseal: { page },
}) => {
  await fillQueue(page, { register: true });
  await scan(page, serialNumber);
  await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible();
  await openChoice(page);
  const dialog = page.getByRole('dialog', { name: 'How is the device deployed?' });
  await expect(dialog.getByRole('radio', { name: 'As the assigned profile says' })).toBeChecked();
  await lookAtIt(page, 'scenario');
  await dialog.getByRole('radio', { name: 'User-driven' }).check();
  await dialog.getByRole('button', { name: 'Choose' }).click();

  await expect(page.getByRole('heading', { name: 'Ship' })).toBeVisible();
  await expect(page.getByText('Not part of this scenario')).toBeVisible();
  await openChoice(page);
  await page.getByRole('radio', { name: 'As the assigned profile says' }).check();
  await page.getByRole('button', { name: 'Choose' }).click();
  await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible();
});
