import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { rekeyInPlace } from '../../../src/main/store/sqliteRekey.ts';
import { databaseKeyOf } from '../../../src/main/vault/derivedKeys.ts';
import { readRecoveryKey } from '../../../src/shared/vault/recoveryKey.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectLargeTargets, lookAtIt } from '../support/look.ts';
import { fillQueue, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;
const ADDRESS = 'ada.lovelace@contoso-practice.example';

const openSettings = (page: Page) => page.getByRole('link', { name: 'Settings' }).click();
const card = (page: Page, name: string) => page.getByRole('region', { name });

test('a backup that is restored brings an erased device back to the queue', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await openSettings(page);
  const backups = card(page, 'Backups');
  await expect(backups).toContainText('There is no verified backup yet.');
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(backups).toContainText(/Last verified backup: .*, 16 devices\./);

  const { devices } = await callProgram(page, 'devices.list', { search: serialNumber });
  const [{ id } = { id: '' }] = devices;
  const reason = 'It was sold';
  await callProgram(page, 'erasure.device', { deviceId: id, confirmedSerialNumber: serialNumber, reason });

  await backups.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore a backup' });
  await expect(dialog).toContainText('It is whole and holds 16 devices');
  await expect(dialog).toContainText('The queue has 15 devices now.');
  await lookAtIt(page, 'dialog-restore');
  await expectLargeTargets(page);
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('listitem', { name: /^Restored\./ })).toBeVisible();
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByRole('checkbox', { name: `Select ${serialNumber}` })).toBeVisible();
});

test('a backup that anybody can read is named, and deleted after a look at its date', async ({
  reseal: { page, dataFolder },
}) => {
  const { recoveryKey } = await callProgram(page, 'vault.recoveryKey', {});
  const { file } = await callProgram(page, 'backups.make', {});
  const plain = join(dataFolder, 'backups', 'of-before.db');
  copyFileSync(file, plain);
  decryptCopy(plain, recoveryKey);
  await openSettings(page);
  const backups = card(page, 'Backups');
  await expect(backups).toContainText('1 backup is from before the queue was encrypted');
  await backups.getByRole('button', { name: 'Delete unencrypted…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 1 unencrypted backup?' });
  await expect(dialog).toContainText(plain);
  await lookAtIt(page, 'dialog-delete-unencrypted');
  await expectLargeTargets(page);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('listitem', { name: '1 unencrypted backup was deleted.' })).toBeVisible();
  await expect(backups.getByRole('button', { name: 'Delete unencrypted…' })).toHaveCount(0);
  expect(existsSync(plain)).toBe(false);
  expect(existsSync(file)).toBe(true);
});

/** As a copy lay there before the queue was encrypted. */
function decryptCopy(file: string, recoveryKey: string): void {
  const reading = readRecoveryKey(recoveryKey);
  if (!reading.ok) throw new Error('The recovery key cannot be read.');
  rekeyInPlace(file, { from: databaseKeyOf(Buffer.from(reading.secret), 'database', 'aegis'), to: null });
}

test('the recovery key is printed, and stays known as put away', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await openSettings(page);
  const encryption = card(page, 'Encryption');
  await expect(encryption).toContainText('not put away yet');
  const paper = page.context().waitForEvent('page');
  await encryption.getByRole('button', { name: 'Print recovery key' }).click();
  // A browser without a viewer for PDF opens the window and saves the paper.
  await (await paper).close();
  await lookAtIt(page, 'settings-encryption');
  await encryption.getByRole('button', { name: 'Printed and put away' }).click();
  await expect(encryption).toContainText('printed and put away on');
  await page.reload();
  await expect(encryption).toContainText('printed and put away on');
  await expect(encryption.getByRole('button', { name: 'Printed and put away' })).toHaveCount(0);
});

test('a person is erased for good: a receipt is saved, and the name is nowhere', async ({ reseal: { page } }) => {
  await fillQueue(page, { register: true });
  const { devices } = await callProgram(page, 'devices.list', { search: serialNumber });
  const deviceIds = devices.map(({ id }) => id);
  await callProgram(page, 'assignment.assignUser', { deviceIds, userPrincipalName: ADDRESS });
  await expect
    .poll(async () => (await callProgram(page, 'devices.list', { search: ADDRESS })).devices[0]?.heldUser, {
      timeout: 60_000,
    })
    .toBe(ADDRESS);

  await openSettings(page);
  await card(page, 'Privacy').getByRole('textbox', { name: 'Erase a person' }).fill(ADDRESS);
  await card(page, 'Privacy').getByRole('button', { name: 'Erase…' }).click();
  const dialog = page.getByRole('dialog', { name: `Erase ${ADDRESS}?` });
  await expect(dialog).toContainText('devices of this user: 1');
  await lookAtIt(page, 'dialog-erase-person');
  await expectLargeTargets(page);
  await dialog.getByRole('textbox', { name: `Type ${ADDRESS} to confirm` }).fill(ADDRESS);
  const receipt = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  expect((await receipt).suggestedFilename()).toMatch(/\.pdf$/);

  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('tab', { name: 'Audit log' }).click();
  const log = page.getByRole('table', { name: 'Audit log' });
  await expect(log).toContainText('a person who was erased');
  await expect(log).not.toContainText(ADDRESS);
  await page.getByRole('button', { name: 'Check the log' }).click();
  await expect(page.getByRole('status').getByText('The audit log is whole:', { exact: false })).toBeVisible();
  await lookAtIt(page, 'audit-log');
  await expectLargeTargets(page);
});

test('how long things are kept is chosen, and what is old enough is shown first', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await openSettings(page);
  const privacy = card(page, 'Privacy');
  await privacy.getByRole('button', { name: 'Remove now…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove what is old enough?' });
  await expect(dialog).toContainText('Nothing is set to be removed by its age.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const hashes = privacy.getByRole('combobox', { name: 'Keep hardware hashes after shipping' });
  await hashes.selectOption('180 days');
  await page.reload();
  await expect(hashes).toHaveValue('180');
  await privacy.getByRole('button', { name: 'Remove now…' }).click();
  await expect(dialog).toContainText('Nothing is old enough to be removed.');
  await lookAtIt(page, 'dialog-retention');
  await expectLargeTargets(page);
});
