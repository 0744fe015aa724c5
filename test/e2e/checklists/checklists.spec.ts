import { readFile } from 'node:fs/promises';
import { expectAccessible, picture } from '../support/look.ts';
import { fillQueue, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;

test('a checklist is started by serial number, ticked step by step, and kept as a PDF', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Checklists', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No checklist runs yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start a checklist' }).click();
  await page.getByRole('textbox', { name: 'Serial number', exact: true }).fill('no such device');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No device of this tenant has this serial number. Import it first.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Serial number', exact: true }).fill(serialNumber);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: `Checklist of ${serialNumber}` })).toBeFocused();
  const step = page.getByRole('checkbox', { name: /^A18 / });
  await step.click();
  await expect(step).toBeChecked();
  await expectAccessible(page);
  await picture(page, 'checklist');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  const pdf = await readFile(await (await saved).path(), 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
});

test('the next step is ticked in the list, undone, and the tenant’s steps are ticked once for all', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  for (const serial of serialNumbers) {
    await page.getByRole('link', { name: 'Checklists', exact: true }).click();
    await page.getByRole('button', { name: 'Start a checklist' }).click();
    await page.getByRole('textbox', { name: 'Serial number', exact: true }).fill(serial);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: `Checklist of ${serial}` })).toBeVisible();
  }
  await page.getByRole('link', { name: 'All checklists' }).click();
  await expect(page.getByText('2 checklists')).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'checklists');

  const row = page.getByRole('listitem').filter({ hasText: serialNumber });
  const progress = row.getByText(/^\d+ \/ \d+$/);
  const before = await progress.innerText();
  await row.getByRole('button', { name: /^Tick / }).click();
  await expect(progress).not.toHaveText(before);
  await page.keyboard.press('Control+z');
  await expect(progress).toHaveText(before);

  await page.getByText(/Once for the tenant/).click();
  await page.getByRole('checkbox', { name: /^A1 / }).click();
  await expect(page.getByText('1 of 7')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: new RegExp(`^${serialNumbers[1]}`) }).click();
  await expect(page.getByRole('checkbox', { name: /^A1 / })).toBeChecked();
});

test('a serial number that is scanned before the dialog knows its checklists is not lost', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const held = Promise.withResolvers<undefined>();
  await page.route('**/rpc/checklists.templates', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Checklists', exact: true }).click();
  await page.getByRole('button', { name: 'Start a checklist' }).click();
  await page.getByRole('textbox', { name: 'Serial number', exact: true }).fill(serialNumber);
  await page.keyboard.press('Enter');
  held.resolve(undefined);
  await expect(page.getByRole('heading', { level: 1, name: `Checklist of ${serialNumber}` })).toBeVisible();
});

test('a step tells where and when it is done, is worded for the Windows at hand, and stands behind its gate', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Checklists', exact: true }).click();
  await page.getByRole('button', { name: 'Start a checklist' }).click();
  await page.getByRole('textbox', { name: 'Serial number', exact: true }).fill(serialNumber);
  await page.getByRole('combobox', { name: 'Windows' }).selectOption('Windows 11');
  await expectAccessible(page);
  await picture(page, 'checklist-start');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Checklist of ${serialNumber}` })).toBeFocused();

  await page.getByRole('button', { name: 'Where and when: Pre-provisioning is chosen' }).click();
  await expect(page.getByText('Pre-provision with Windows Autopilot, then Next.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Windows' }).selectOption('Windows 10');
  await expect(page.getByText('Windows Autopilot provisioning, then Continue.')).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'checklist-details');

  await page.getByRole('checkbox', { name: /^T5 / }).click();
  await expect(page.getByText(/^A20 comes first: /)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^T5 / })).not.toBeChecked();
});

test('a customer’s consent is ticked and printed without a device', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Checklists', exact: true }).click();
  await page.getByRole('button', { name: /^Once for / }).click();
  await page.getByRole('heading', { name: 'Consent for a partner' }).click();
  await page.getByRole('checkbox', { name: /^CC1 / }).click();
  await expect(page.getByText('1 of 4')).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'checklists-customer');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save “Consent for a partner” as PDF' }).click();
  expect((await readFile(await (await saved).path(), 'latin1')).slice(0, 5)).toBe('%PDF-');
});

test('two people work on one checklist: each sees at once what the other has ticked', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Checklists', exact: true }).click();
  await page.getByRole('button', { name: 'Start a checklist' }).click();
  await page.getByRole('textbox', { name: 'Serial number', exact: true }).fill(serialNumber);
  await page.getByRole('combobox', { name: 'Checklist' }).selectOption('Deregister, by the customer’s IT');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Checklist of ${serialNumber}` })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  const theirs = other.getByRole('checkbox', { name: /^D1 / });
  await expect(theirs).not.toBeChecked();
  await page.getByRole('checkbox', { name: /^D1 / }).click();
  await expect(theirs).toBeChecked();
  await other.getByRole('checkbox', { name: /^D9 / }).click();
  await expect(page.getByRole('checkbox', { name: /^D9 / })).toBeChecked();
});
