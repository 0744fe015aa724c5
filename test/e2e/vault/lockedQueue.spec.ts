import { readKeyFile, replaceKeyFile, type KeySlot } from '../../../src/main/vault/keyFile.ts';
import { wrapSecret } from '../../../src/main/vault/passphrase.ts';
import { readRecoveryKey, writeRecoveryKey } from '../../../src/shared/vault/recoveryKey.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectLargeTargets, expectNothingCutOff, lookAtIt, sizes } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';

const locked = { name: 'This queue is locked', level: 1 } as const;

/** Leaves the key of the queue in these places only. @returns its id */
function keepKeyIn(dataFolder: string, slots: readonly KeySlot[]): string {
  const file = readKeyFile(dataFolder);
  if (file?.key === null || file === null) throw new Error('The queue has no key.');
  replaceKeyFile(dataFolder, { ...file, key: { ...file.key, slots: [...slots] } });
  return file.key.keyId;
}

test('a queue whose key is missing asks for it on its page, and opens without a restart', async ({
  openReseal,
  dataFolder,
}) => {
  const before = await openReseal();
  await callProgram(before.page, 'settings.write', { labName: 'Lab 4' });
  const { recoveryKey } = await callProgram(before.page, 'vault.recoveryKey', {});
  await before.close();
  // As for another account, or after the secret store was emptied.
  const keyId = keepKeyIn(dataFolder, []);

  const killed = await openReseal();
  await expect(killed.page.getByRole('heading', locked)).toBeVisible();
  await killed.kill();

  const { page, problems, close } = await openReseal();
  await expect(page.getByRole('heading', locked)).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Recovery key' });
  // Nothing has to be clicked: what is scanned or typed lands in the field, and Enter unlocks.
  await expect(field).toBeFocused();
  await expect(page.getByRole('main')).toContainText(`This account does not hold the key of this queue (${keyId}).`);
  await expect(page.getByRole('main')).toContainText(dataFolder);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await lookAtIt(page, 'locked-queue');
  }
  await expectLargeTargets(page);
  await page.setViewportSize({ width: 320, height: 256 });
  await expectNothingCutOff(page, { tables: true });
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.keyboard.type(writeRecoveryKey(Buffer.alloc(16, 1)));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(`this one has the key ${keyId}`);
  await lookAtIt(page, 'locked-queue-wrong-key');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Look for the key again' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Looked again: the key is still not there.');
  await expect(page.getByRole('alert')).toHaveCount(0);

  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(recoveryKey.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', locked)).toHaveCount(0);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByLabel('Lab name')).toHaveValue('Lab 4');
  expect(problems).toEqual([]);
  await close();
});

test('a passphrase that no file holds is typed at each start, hidden unless it is to be seen', async ({
  openReseal,
  dataFolder,
}) => {
  const passphrase = 'Zoë at bench 4';
  const before = await openReseal();
  const { recoveryKey } = await callProgram(before.page, 'vault.recoveryKey', {});
  await before.close();
  const reading = readRecoveryKey(recoveryKey);
  if (!reading.ok) throw new Error('The recovery key cannot be read.');
  keepKeyIn(dataFolder, [await wrapSecret(Buffer.from(reading.secret), passphrase)]);

  const { page, problems, close } = await openReseal();
  const field = page.getByLabel('Passphrase or recovery key');
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('switch', { name: 'Show what is typed' }).check();
  await expect(field).toHaveAttribute('type', 'text');
  await lookAtIt(page, 'locked-queue-passphrase');
  await expectLargeTargets(page);
  await field.fill('Zoe at bench 4');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toContainText('neither the passphrase of this queue nor a recovery key');
  await field.fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', locked)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(problems).toEqual([]);
  await close();
});
