import { readFile } from 'node:fs/promises';
import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { fillQueue, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;

test('a list of Reseal is copied, changed step by step, taken back, offered to a sheet in progress, and given away as a file', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Checklists', exact: true }).click();
  await page.getByRole('link', { name: 'Lists of this lab' }).click();
  await expect(page.getByText('There is none yet.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Copy “Fix pending or Attention required”' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Fix pending or Attention required (this lab)' }),
  ).toBeVisible();

  // A sheet begins with the first version.
  await page.getByRole('link', { name: 'Checklists', exact: true }).click();
  await page.getByRole('button', { name: 'Start a checklist' }).click();
  await page.getByRole('textbox', { name: 'Serial number', exact: true }).fill(serialNumber);
  await page.getByRole('combobox', { name: 'Checklist' }).selectOption('Fix pending or Attention required (this lab)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Checklist of ${serialNumber}` })).toBeVisible();
  const sheet = page.url();

  await page.getByRole('link', { name: 'Checklists', exact: true }).click();
  await page.getByRole('link', { name: 'Lists of this lab' }).click();
  await page.getByRole('link', { name: 'Change “Fix pending or Attention required (this lab)”' }).click();
  const steps = page.getByRole('list', { name: 'What to do' }).getByRole('listitem');
  await page.getByRole('button', { name: /^Move down: The device has been in contact/ }).click();
  await expect(steps.first()).toContainText('F2');
  await page.getByRole('button', { name: 'Add a step to What to do' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'What is to be reached' }).fill('The fan is clean');
  await dialog.getByRole('textbox', { name: 'Where' }).fill('Bench');
  await dialog.getByRole('textbox', { name: 'Done when' }).fill('It turns without a noise.');
  await dialog.getByRole('textbox', { name: 'Hints, one a line' }).fill('Use air, no cloth.');
  await expectAccessible(page);
  await picture(page, 'own-checklist-step');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(steps).toHaveCount(5);
  await expect(steps.last()).toContainText('X1 The fan is clean');
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'own-checklist');
  await page.keyboard.press('Control+z');
  await expect(steps).toHaveCount(4);
  await page.getByRole('button', { name: 'Change the step: What was changed is known' }).click();
  await dialog.getByRole('textbox', { name: 'What is to be reached' }).fill('The repair papers are read');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(steps.first()).toContainText('F2 The repair papers are read');

  await page.getByRole('link', { name: 'All lists' }).click();
  await expectAccessible(page);
  await picture(page, 'own-checklists');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save “Fix pending/ }).click();
  const content = await readFile(await (await saved).path());
  await page.getByRole('button', { name: /^Remove “Fix pending/ }).click();
  await expect(page.getByText('There is none yet.')).toBeVisible();
  await page
    .getByLabel('Take in a file')
    .setInputFiles({ name: 'list.json', mimeType: 'application/json', buffer: content });
  await expect(page.getByRole('link', { name: /^Change “Fix pending/ })).toBeVisible();
  await page.getByLabel('Take in a file').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"reseal-checklist"}'),
  });
  await expect(page.getByText(/^This is no checklist: /)).toBeVisible();

  // The sheet stays as it was until somebody takes the new version.
  await page.goto(sheet);
  await expect(page.getByRole('checkbox', { name: /^F2 What was changed is known/ })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'checklist-newer');
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(page.getByRole('checkbox', { name: /^F2 The repair papers are read/ })).toBeVisible();
});
