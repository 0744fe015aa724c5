import { expectLargeTargets, lookAtIt } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';
import { samples } from '../support/samples.ts';

const [serialNumber] = serialNumbers;

test('a batch is said to be for something, a default and a rule come, and the device says whose word counts', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Intake' }).click();
  await page.locator('input[type=file]').first().setInputFiles(samples.intune);
  await page.getByRole('combobox', { name: 'These devices are for' }).selectOption('Device preparation');
  await expect(page.getByRole('combobox', { name: 'These devices are for' })).toHaveValue('devicePreparation');
  await lookAtIt(page, 'batch-scenario');
  await page.getByRole('button', { name: /^Put .* into the queue$/ }).click();
  await page.getByRole('button', { name: 'See them in the queue' }).click();

  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Scenario rules' }).click();
  const rules = page.getByRole('dialog', { name: 'What the devices of Practice tenant are for' });
  await expect(rules.getByText(/There is no rule yet/)).toBeVisible();

  await rules.getByRole('button', { name: 'Change the default' }).click();
  const byDefault = page.getByRole('dialog', { name: 'The default of Practice tenant' });
  await byDefault.getByRole('combobox', { name: 'Scenario' }).selectOption('User-driven');
  await byDefault.getByRole('button', { name: 'Save' }).click();
  await expect(rules.getByText('User-driven', { exact: true })).toBeVisible();

  await rules.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('dialog', { name: 'A rule for a group tag' });
  await form.getByRole('combobox', { name: 'Group tag' }).fill('LOBBY');
  await expect(form.getByText('0 devices have this tag.', { exact: true })).toBeVisible();
  await form.getByRole('combobox', { name: 'Scenario' }).selectOption('Self-deploying');
  await form.getByRole('combobox', { name: 'Join type' }).selectOption('Microsoft Entra hybrid join');
  await expect(form.getByText(/has no hybrid join/)).toBeVisible();
  await lookAtIt(page, 'dialog-rule');
  await expectLargeTargets(page);
  await form.getByRole('combobox', { name: 'Join type' }).selectOption('Microsoft Entra join');
  await form.getByRole('button', { name: 'Save the rule' }).click();
  await expect(rules.getByRole('row', { name: /LOBBY 0 .* Self-deploying/ })).toBeVisible();
  await lookAtIt(page, 'dialog-rules');
  await expectLargeTargets(page);
  await page.keyboard.press('Escape');

  await scan(page, serialNumber);
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: 'Set group tag' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('LOBBY');
  await page.getByRole('dialog').getByRole('button', { name: 'Set tag' }).click();
  await page.getByRole('tab', { name: 'Identity' }).click();
  await expect(page.getByText('Self-deploying, Microsoft Entra join (by the rule for group tag LOBBY)')).toBeVisible();

  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Scenario rules' }).click();
  await rules.getByRole('button', { name: 'Remove the rule for LOBBY' }).click();
  await expect(rules.getByRole('button', { name: 'Add a rule' })).toBeFocused();
  await expect(rules.getByText(/There is no rule yet/)).toBeVisible();
});
