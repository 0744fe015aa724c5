import { readFile } from 'node:fs/promises';
import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { callProgram } from '../support/callProgram.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;

test('the red screen is kept as a photo from the failure, and a log archive beside it, by keyboard', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const { tenants } = await callProgram(page, 'tenants.list', {});
  const { devices } = await callProgram(page, 'devices.list', { tenantId: tenants[0]?.id, search: serialNumber });
  const deviceId = devices[0]?.id ?? '';
  await callProgram(page, 'bench.record', { deviceId, step: 'start', overrideReason: 'the network is down' });
  await callProgram(page, 'bench.record', { deviceId, step: 'failure', errorCode: '0x800705b4' });
  await scan(page, serialNumber);
  const card = page.getByRole('region', { name: 'Next step' });
  await card.getByRole('button', { name: 'Attach a photo or file' }).click();
  await page
    .getByRole('dialog', { name: 'Attach a photo or file' })
    .getByRole('button', { name: 'Take a photo' })
    .click();
  const camera = page.getByRole('dialog', { name: 'Take a photo' });
  await expect(camera.getByRole('button', { name: 'Take the photo' })).toBeEnabled();
  await expectAccessible(page);
  await camera.getByRole('button', { name: 'Take the photo' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('tab', { name: 'Photos and files' }).click();
  await page
    .getByLabel('Choose files')
    .setInputFiles([
      { name: 'logs.zip', mimeType: 'application/zip', buffer: Buffer.from('PK what the device wrote') },
    ]);
  const list = page.getByRole('list', { name: 'Photos and files of this device' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('goes on');
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'device-attachments');

  await list.getByRole('button', { name: /^Look at photo/ }).focus();
  await page.keyboard.press('Enter');
  const photo = page.getByRole('dialog', { name: /^photo .*\.jpg$/ });
  await expect(photo.getByRole('img')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await list.getByRole('button', { name: 'Keep logs.zip' }).click();
  await expect(list.getByRole('listitem').first()).toContainText('is kept');
  const saved = page.waitForEvent('download');
  await list.getByRole('button', { name: 'Save logs.zip' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('logs.zip');
  expect(await readFile(await download.path(), 'utf8')).toBe('PK what the device wrote');
  await list.getByRole('button', { name: 'Remove logs.zip' }).click();
  await page.getByRole('dialog', { name: 'Remove logs.zip?' }).getByRole('button', { name: 'Remove' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
});
