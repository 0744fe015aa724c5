import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { DEVICES, IMPORTED, importBody } from '../../rigs/practiceGraph.ts';

test('three devices are typed in with a scanner, one after another, and a fourth scan of the first is told', async ({
  reseal: { page },
}) => {
  await callProgram(page, 'tenants.addPractice', {});
  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  await page.getByRole('button', { name: 'Add a device…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Add a device to / });
  const serialNumber = dialog.getByRole('textbox', { name: 'Serial number' });
  await expect(serialNumber).toBeFocused();
  /** A hand scanner is a keyboard that ends with Enter. */
  const scanInto = async (code: string): Promise<void> => {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  };

  await scanInto('5CG9XK2LMN');
  await expect(dialog.getByRole('textbox', { name: 'Maker' })).toBeFocused();
  await page.keyboard.type('HP');
  await dialog.getByRole('textbox', { name: 'Model' }).fill('HP ProBook 445 G10');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('5CG9XK2LMN is in the queue.');
  for (const code of ['5CG9XK2LMP', '5CG9XK2LMQ']) {
    await expect(serialNumber).toBeFocused();
    await expect(serialNumber).toHaveValue('');
    await scanInto(code);
    await expect(dialog.getByRole('status')).toContainText(`${code} is in the queue.`);
  }
  await expect(dialog.getByRole('list', { name: 'Added so far' }).getByRole('listitem')).toHaveCount(3);
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'add-device');

  await scanInto('5CG9XK2LMN');
  await expect(dialog.getByRole('status')).toContainText('is in the queue already');
  await dialog.getByRole('link', { name: 'Open the device' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: /5CG9XK2LMN/ })).toBeAttached();
  await expect(page.getByRole('button', { name: 'For Partner Center (CSV)' })).toBeVisible();
});

test('the TPM of an adopted device is confirmed once, and the technician flow starts without an override', async ({
  reseal: { page, practice },
}) => {
  const { id: tenantId } = await callProgram(page, 'tenants.addPractice', {});
  const headers = { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' };
  const body = importBody([{ serialNumber: 'OEMBOX9', groupTag: 'Sales' }]);
  await fetch(`${practice.url}${IMPORTED}/import`, { method: 'POST', headers, body: JSON.stringify(body) });
  await expect
    .poll(async () => (await fetch(practice.url + DEVICES, { headers })).text(), { timeout: 60_000 })
    .toContain('OEMBOX9');
  await callProgram(page, 'tracking.refresh', { tenantId, depth: 'list' });
  const { rows } = await callProgram(page, 'devices.inTenant', { tenantId });
  const { deviceIds } = await callProgram(page, 'devices.adopt', { tenantId, ztdIds: rows.map(({ ztdId }) => ztdId) });
  const [id = ''] = deviceIds;
  // The practice tenant assigns the profile after a while.
  await expect
    .poll(
      async () => {
        await callProgram(page, 'tracking.refresh', { tenantId, deviceIds });
        return (await callProgram(page, 'devices.get', { id })).device.nextStep.code;
      },
      { timeout: 60_000 },
    )
    .toBe('clearGate');
  await page.goto(`${new URL(page.url()).origin}/#/device/${id}`);
  await expect(page.getByText('Is it a physical device with a TPM 2.0?')).toBeVisible();
  await page.getByRole('button', { name: 'Confirm TPM 2.0' }).click();
  const dialog = page.getByRole('dialog', { name: 'Has the device a TPM 2.0?' });
  await expect(dialog.getByRole('radio', { name: 'This device' })).toBeChecked();
  await expectAccessible(page);
  await picture(page, 'confirm-tpm');
  await dialog.getByRole('button', { name: 'Confirm TPM 2.0' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Start technician flow' }).click();
  await expect(page.getByRole('heading', { name: 'Record the result' })).toBeVisible();
});
