import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { bringSamples, chooseAct, nextStepOf, pressNext } from '../support/sampleDevices.ts';

test('a flow that no status page holds: its time is set, its failure has a phase, and its reseal asks for the apps', async ({
  reseal: { page },
}) => {
  const samples = await bringSamples(page);
  const { devices } = await callProgram(page, 'devices.list', { tenantId: samples.tenantId, search: 'Hybrid' });
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Enrollment Status Page', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Read from Microsoft' }).click();
  await dialog.getByRole('textbox', { name: 'Minutes for a technician flow' }).fill('150');
  await dialog.getByRole('button', { name: 'Save the time' }).click();
  await expect(dialog.getByRole('button', { name: 'Save the time' })).toBeDisabled();
  await page.keyboard.press('Escape');

  await samples.open(devices[0]?.serialNumber ?? '', 'Start technician flow');
  await pressNext(page, 'Start technician flow');
  await expect(nextStepOf(page)).toContainText('(set for this tenant)');
  await pressNext(page, 'It turned red');
  await dialog.getByRole('combobox', { name: 'Where it failed' }).selectOption('Device setup');
  await dialog.getByRole('button', { name: 'Record failure' }).click();
  await expect(nextStepOf(page)).toContainText('Failed in device setup');

  await chooseAct(page, 'Read its groups');
  await page.getByRole('tab', { name: 'Identity' }).click();
  await expect(page.getByText('Autopilot Hybrid, Autopilot devices')).toBeVisible();
  await expect(page.getByText('“ESP hybrid without progress”, off.')).toBeVisible();
  await pressNext(page, 'Start again');
  await pressNext(page, 'It turned green');
  await dialog.getByRole('button', { name: 'Record success' }).click();
  await pressNext(page, 'It is resealed');
  await expect(dialog.getByRole('button', { name: 'Record reseal' })).toBeDisabled();
  await expectAccessible(page);
  await expectLargeTargets(page);
  await dialog.getByRole('radio', { name: 'Yes, the apps are there' }).check();
  await dialog.getByRole('button', { name: 'Record reseal' }).click();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByText('its apps were seen before')).toBeVisible();
});
