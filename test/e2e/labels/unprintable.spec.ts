import { expectAccessible } from '../support/look.ts';
import { fillQueue } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

test('characters that cannot be printed are named before labels are saved, and their codes can stand there', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('checkbox', { name: 'Select everything that matches' }).click();
  await page.getByRole('button', { name: 'Set group tag' }).click();
  const tagDialog = page.getByRole('dialog', { name: /Set the group tag of \d+ devices/ });
  await tagDialog.getByRole('textbox', { name: 'Group tag' }).fill('Lab \u{1f5a8}');
  await tagDialog.getByRole('button', { name: 'Set tag' }).click();
  await expect(page.getByRole('gridcell', { name: 'Lab \u{1f5a8}' }).first()).toBeVisible();

  const choices = page.getByRole('dialog', { name: /^Labels of \d+ devices$/ });
  await page.getByRole('button', { name: 'Labels' }).click();
  await choices.getByRole('button', { name: 'Save as PDF' }).click();
  const dialog = page.getByRole('dialog', { name: 'Some characters cannot be printed' });
  await expect(dialog).toContainText('\u{1f5a8} (U+1F5A8)');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);

  await choices.getByRole('button', { name: 'Save as PDF' }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Go on with codes' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
