import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectLargeTargets, lookAtIt } from '../support/look.ts';
import { fillQueue } from '../support/practiceQueue.ts';
import { goToHelp } from '../support/goToHelp.ts';
import { expect, test } from '../support/resealTest.ts';

const NAME = 'AutopilotConfigurationFile.json';
const ACT = 'Make the file for existing devices of';
const checkDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Check a file for existing devices', exact: true });

/** Drops a file on the place for it, as a person does from a folder. */
async function drop(page: Page, dialog: Locator, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ({ fileName, content }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(content)], fileName));
      return transfer;
    },
    { fileName: name, content: [...bytes] },
  );
  await dialog.getByText('or drop it here').dispatchEvent('drop', { dataTransfer: data });
}

test('the file of a profile of the tenant is made, saved, and found good and up to date', async ({
  reseal: { page, dataFolder },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Deployment profiles' }).click();
  const profiles = page.getByRole('dialog', { name: 'Deployment profiles of Practice tenant' });
  await profiles.getByRole('button', { name: 'Read from Microsoft' }).click();
  await profiles.getByRole('button', { name: `${ACT} Kiosk self-deploying` }).click();
  const kiosk = page.getByRole('dialog', { name: 'The file for existing devices of Kiosk self-deploying' });
  await expect(kiosk.getByText('It is self-deploying', { exact: false })).toBeVisible();
  await lookAtIt(page, 'profile-json-refused');
  await kiosk.getByRole('button', { name: 'Close' }).click();

  await profiles.getByRole('button', { name: `${ACT} User-driven no pre-provisioning` }).click();
  const dialog = page.getByRole('dialog', { name: 'The file for existing devices of User-driven no pre-provisioning' });
  await expect(dialog.getByRole('textbox', { name: 'Tenant ID' })).toHaveValue(/^[0-9a-f-]{36}$/);
  await expect(dialog.getByRole('combobox', { name: 'Tenant domain' })).toHaveValue('contoso-practice.example');
  await expect(dialog.getByText(/^1310 \(OobeUserNotLocalAdmin, .*SkipKeyboardSelection\)$/)).toBeVisible();
  await lookAtIt(page, 'profile-json-make');
  await expectLargeTargets(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(NAME);
  const saved = join(dataFolder, NAME);
  await download.saveAs(saved);
  const text = await readFile(saved, 'latin1');
  expect(text).toMatch(/^\{[\x00-\x7f]+\}\r\n$/);
  expect(text).toContain('"Comment_File": "Profile User-driven no pre-provisioning (modified ');

  await profiles.getByRole('button', { name: 'Check a file for existing devices…' }).click();
  const check = checkDialog(page);
  await check.getByRole('combobox', { name: 'Compare with' }).selectOption('Practice tenant');
  await check.getByLabel('Choose a file').setInputFiles(saved);
  const result = check.getByRole('region', { name: `What was found in ${NAME}` });
  await expect(result.getByText('Compared with Practice tenant', { exact: false })).toBeVisible();
  await expect(result.getByRole('status')).toHaveText('1 finding');
  await expect(result.getByText('To be known')).toBeVisible();

  // Somebody gave the file another domain in one of its two places.
  await writeFile(
    saved,
    text.replace('"CloudAssignedTenantDomain": "contoso-', '"CloudAssignedTenantDomain": "fabrikam-'),
  );
  await check.getByLabel('Choose a file').setInputFiles(saved);
  await expect(result.getByText('The file names two domains', { exact: false })).toBeVisible();
  await expect(result.getByText('The domain is none of Practice tenant', { exact: false })).toBeVisible();
});

test('a bad file is checked without a customer and offline: where it is wrong, what happens by it, what to do', async ({
  reseal: { page },
}) => {
  await goToHelp(page);
  await page.getByRole('button', { name: 'Check a file for existing devices…' }).click();
  const check = checkDialog(page);
  await expect(check.getByRole('combobox', { name: 'Compare with' })).toHaveCount(0);
  await lookAtIt(page, 'profile-json-check-empty');
  const bad = `\ufeff{
    "CloudAssignedTenantId": "{4a6c1f9e-52b7-4d0a-9c38-71e2b05d8f64}",
    "CloudAssignedForcedEnrollment": 1,
    "CloudAssignedAadServerData": "{\\"ZeroTouchConfig\\":{\\"CloudAssignedTenantUpn\\":\\"\\",\\"CloudAssignedTenantDomain\\":\\"contoso.example\\"}}",
    "CloudAssignedTenantDomain": "fabrikam.example",
    "CloudAssignedDomainJoinMethod": 0,
    "CloudAssignedOobeConfig": 124
}`;
  await drop(page, check, 'profile.json', Buffer.from(bad, 'utf16le'));
  const result = check.getByRole('region', { name: 'What was found in profile.json' });
  await expect(result.getByRole('status')).toHaveText('6 findings');
  for (const problem of [
    'The file is called “profile.json”.',
    'It is saved as Unicode (UTF-16LE)',
    'CloudAssignedTenantId stands in braces.',
    'The file names two domains: “fabrikam.example”',
    'The OOBE setting is that of a self-deploying profile (TpmAttestation, AadDeviceAuth).',
    'ZtdCorrelationId is missing',
  ]) {
    await expect(result.getByRole('listitem').filter({ hasText: problem })).toContainText('What to do: ');
  }
  await expect(result.getByRole('listitem').filter({ hasText: 'stands in braces' })).toContainText(
    'line 2, CloudAssignedTenantId',
  );
  await lookAtIt(page, 'profile-json-check-bad');
  await expectLargeTargets(page);
});

test('a file is made by hand for a tenant that Reseal does not know', async ({ reseal: { page, dataFolder } }) => {
  await goToHelp(page);
  await page.getByRole('button', { name: 'Make a file for existing devices by hand…' }).click();
  const dialog = page.getByRole('dialog', { name: 'A file for existing devices, made by hand' });
  await dialog.getByRole('textbox', { name: 'Tenant ID' }).fill('4a6c1f9e-52b7-4d0a-9c38-71e2b05d8f64');
  await dialog.getByRole('textbox', { name: 'Tenant domain' }).fill('fabrikam.example');
  await dialog.getByRole('checkbox', { name: 'The user is no local administrator.' }).check();
  await dialog.getByRole('textbox', { name: 'Device name (optional)' }).fill('FABRIKAM-%RAND:9%');
  await expect(dialog.getByText('30 (OobeUserNotLocalAdmin', { exact: false })).toBeVisible();
  await expect(
    dialog.getByText('The name template makes names of up to 18 characters', { exact: false }),
  ).toBeVisible();
  await lookAtIt(page, 'profile-json-by-hand');
  await expectLargeTargets(page);
  await dialog.getByRole('textbox', { name: 'Device name (optional)' }).fill('FBK-%RAND:5%');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  const saved = join(dataFolder, NAME);
  await download.saveAs(saved);
  expect(await readFile(saved, 'utf8')).toContain('"CloudAssignedOobeConfig": 30,');
});
