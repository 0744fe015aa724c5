import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { expectAccessible, picture, expectLargeTargets } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;

async function openDevice(page: Page): Promise<void> {
  await scan(page, serialNumber);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(serialNumber) })).toBeAttached();
}

async function chooseFromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a failed technician flow: its code is explained, the record can be taken back, and it starts again', async ({
  reseal: { page },
}) => {
  await fillQueue(page, { register: true });
  await openDevice(page);
  await page.getByRole('button', { name: 'Start technician flow' }).click();
  await page.getByRole('button', { name: 'It turned red' }).click();
  const dialog = page.getByRole('dialog', { name: 'It turned red' });
  await dialog.getByRole('textbox', { name: 'Elapsed time on the screen' }).fill('soon');
  await expect(dialog).toContainText('Hours and minutes, as the screen shows them');
  await dialog.getByRole('textbox', { name: 'Elapsed time on the screen' }).fill('0:38');
  await expect(dialog).toContainText('cannot have taken that long');
  await expect(dialog.getByRole('button', { name: 'Record failure' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'The screen says so' }).check();
  const code = dialog.getByRole('textbox', { name: 'Error code on the screen' });
  await code.fill('0xDEADBEEF');
  await code.press('Tab');
  await expect(code).toHaveValue('0xDEADBEEF');
  await expect(dialog).toContainText('does not know this code');
  await code.fill('-2016345060');
  await expect(dialog).toContainText('An app was installed but not detected');
  await code.fill('0705');
  await dialog.getByRole('button', { name: '0x800705b4 · Timeout' }).click();
  await expect(code).toHaveValue('0x800705b4');
  await expect(dialog).toContainText('TPM');
  await expectAccessible(page);
  await code.focus();
  await scan(page, 'ABC123456');
  // It stands behind the dialog, which hides it from all that is not an eye.
  const answer = page.getByRole('region', { name: 'Answer to the scan', includeHidden: true });
  await expect(answer).toContainText('Not in the queue');
  await expect(code).toHaveValue('0x800705b4');
  await dialog.getByRole('button', { name: 'Record failure' }).click();

  await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible();
  await page.getByRole('button', { name: 'What 0x800705b4 can mean: 4 causes' }).click();
  await expect(page.getByText('The device’s clock is off by minutes.')).toBeVisible();
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'device-failed-causes');
  await page.getByRole('link', { name: 'Read all of it in Help' }).click();
  await expect(page.getByRole('region', { name: 'Time-out (0x800705B4)' })).toContainText('Sources');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible();
  await page.getByRole('region', { name: 'Next step' }).focus();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'It turned red' }).click();
  await page.getByRole('button', { name: 'Record failure' }).click();
  await expectAccessible(page);
  await picture(page, 'device-failed');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByRole('button', { name: 'It turned green' })).toBeVisible();
});

test('what blocks a start is named, and a supervisor may start anyway with a reason', async ({ reseal: { page } }) => {
  await fillQueue(page, { register: true });
  await openDevice(page);
  await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible();
  await chooseFromMenu(page, 'Expect a profile');
  await page.getByRole('textbox', { name: 'Profile name' }).fill('Another profile');
  await page.getByRole('button', { name: 'Expect it' }).click();

  await expect(page.getByRole('heading', { name: 'Clear what blocks the start' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Conditions for the start' })).toContainText('Not met: Expected profile');
  await expectAccessible(page);
  await picture(page, 'device-blocked');
  await page.getByRole('button', { name: 'Start anyway' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The profile was renamed today.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Start anyway' }).click();
  await expect(page.getByRole('button', { name: 'It turned green' })).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText('The profile was renamed today.');
});

test('a user of the directory is found and assigned', async ({ reseal: { page } }) => {
  await fillQueue(page, { register: true });
  await openDevice(page);
  await chooseFromMenu(page, 'Assign user');
  const dialog = page.getByRole('dialog', { name: 'Assign a user' });
  await expect(dialog.getByRole('button', { name: 'Assign' })).toBeDisabled();
  await dialog.getByRole('searchbox').fill('a');
  const person = dialog.getByRole('radio').first();
  await person.click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('No user')).toHaveCount(0);
});

test('deregistering names every record and asks for the serial number', async ({ reseal: { page } }) => {
  await fillQueue(page, { register: true });
  await openDevice(page);
  await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible();
  await chooseFromMenu(page, 'Deregister');
  const dialog = page.getByRole('dialog', { name: `Deregister ${serialNumber}?` });
  await expect(dialog.getByRole('table', { name: 'What happens to which record' })).toContainText('Autopilot');
  const confirm = dialog.getByRole('button', { name: 'Deregister' });
  const typed = dialog.getByRole('textbox', { name: `Type ${serialNumber} to confirm` });
  await typed.fill('something else');
  await expect(confirm).toBeDisabled();
  await expectAccessible(page);
  await typed.fill(serialNumber);
  await confirm.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Where the device stands' })).toContainText(/Being removed|Removed/);
});

test('a step of the checklist is ticked in place, another is skipped with a reason', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await openDevice(page);
  await page.getByRole('button', { name: 'Start a checklist' }).click();
  const start = page.getByRole('dialog', { name: 'Start a checklist' });
  await start.getByRole('combobox', { name: 'Checklist' }).selectOption('Pre-provisioning, Microsoft Entra join');
  await start.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(start).toHaveCount(0);
  const checklist = page.getByRole('region', { name: /^Checklist/ });
  const before = await checklist.getByRole('heading', { level: 2 }).innerText();
  const open = checklist.getByRole('checkbox', { name: /The device is sent to Windows Autopilot/ });
  await open.click();
  await expect(open).toBeChecked();
  await expect(checklist.getByRole('heading', { level: 2 })).not.toHaveText(before);

  await checklist.getByRole('button', { name: /More about Region, keyboard/ }).click();
  await page.getByRole('menuitem', { name: 'Skip' }).click();
  const dialog = page.getByRole('dialog', { name: 'Skip this step?' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Set by the image.');
  await dialog.getByRole('button', { name: 'Skip' }).click();
  await expect(checklist).toContainText('Set by the image.');
  await expectAccessible(page);
});

test('the purchase order that Microsoft holds of a device is shown', async ({ reseal: { page } }, testInfo) => {
  const file = testInfo.outputPath('partner.csv');
  await writeFile(
    file,
    `Device Serial Number,Windows Product ID,Hardware Hash\r\nPF1-PO76222342,,${inventedHash('PF1-PO76222342')}\r\n`,
  );
  await fillQueue(page, { register: true, file });
  await page.getByRole('searchbox', { name: /Search serial/ }).fill('76222342');
  await page.getByRole('row', { name: /PF1-PO76222342/ }).click();
  await page.getByRole('tab', { name: 'Identity' }).click();
  await expect(
    page
      .getByRole('tabpanel')
      .getByRole('definition')
      .filter({ hasText: /^76222342$/ }),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('tabpanel')).toContainText('Purchase order');
  await expectAccessible(page);
});

test('notes, captures, identity and what Microsoft sent are one click away', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await openDevice(page);
  await page.getByRole('tab', { name: 'Identity' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('What the hash says');
  await page.getByRole('tab', { name: 'Captures' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('AutopilotHWID.csv');
  await page.getByRole('tab', { name: 'Microsoft' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Microsoft has not been asked');
  await page.getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('textbox', { name: /^Note for/ }).fill('Hinge is loose.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Hinge is loose.' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Label' }).click();
  await expect(
    page.getByRole('img', { name: new RegExp(`Label with the serial number ${serialNumber}`) }),
  ).toBeVisible();
  await expectAccessible(page);
});
