import type { Page } from '@playwright/test';
import { lookAtIt } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;

async function choose(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

test('questions lead to the verdict and the steps of a repair, and a donor is marked never to be registered again', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await scan(page, serialNumber);
  await choose(page, 'Mainboard and parts');
  const dialog = page.getByRole('dialog', { name: `Mainboard and parts of ${serialNumber}` });
  await expect(dialog.getByText('Choose a file with the other hash')).toBeVisible();
  await dialog.getByRole('tab', { name: 'Can it be registered again?' }).click();
  await dialog.getByRole('button', { name: 'The mainboard, alone or with other parts' }).click();
  await expect(dialog.getByRole('heading', { name: /written into the new board’s BIOS/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'No, there is no such tool' }).click();
  await expect(dialog.getByRole('heading', { name: 'Cannot be in Autopilot again' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Ask again' }).click();
  await dialog.getByRole('button', { name: 'Only the disk' }).click();
  await dialog.getByRole('button', { name: /^It is new/ }).click();
  await expect(dialog.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(4);
  await lookAtIt(page, 'board-guide');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await choose(page, 'Never register again');
  const question = page.getByRole('dialog', { name: `Never register ${serialNumber} again?` });
  await question.getByLabel('Reason').fill('Gave its board away');
  await question.getByRole('button', { name: 'Never register again' }).click();
  await expect(page.getByText('Never register again: Gave its board away')).toBeVisible();
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(page.getByRole('listitem', { name: '1 device refused.' })).toContainText(
    'It is marked “never register again”: Gave its board away.',
  );
});
