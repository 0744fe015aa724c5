import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { goToBench } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';
import { bringSamples, chooseAct, nextStepOf, pressNext } from '../support/sampleDevices.ts';

/** Each is one of the sample devices, under the profile that its name says. */
const preProvisioned = '5CG1FB4VLW';
const kiosk = 'CBL3B4V';

test('a box that its maker registered is scanned, taken in, run and resealed without an override', async ({
  reseal: { page },
}) => {
  await bringSamples(page);
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Open a sealed box' }).click();
  const device = page.getByRole('complementary', { name: /^Pretend device/ });
  await device.getByRole('button', { name: 'Unpack 5CGPO76221' }).click();
  await expect(async () => {
    const key = device.getByRole('button', { name: /Press the Windows key five times|Press it again/ });
    // The profile of a box is assigned in its own time, and may be there before the key is pressed again.
    if (await key.isVisible()) await key.click();
    await expect(device.getByRole('img')).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 300_000 });
  await device.getByRole('button', { name: 'Scan it' }).click();
  const answer = page.getByRole('region', { name: 'Answer to the scan' });
  await answer.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /5CGPO76221/ })).toBeAttached();
  await picture(page, 'oem-taken-in');

  const confirm = nextStepOf(page).getByRole('button', { name: 'Confirm TPM 2.0' });
  const start = nextStepOf(page).getByRole('button', { name: 'Start technician flow' });
  await expect(confirm.or(start)).toBeVisible();
  if (await confirm.isVisible()) {
    await confirm.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm TPM 2.0' }).click();
  }
  await start.click();
  await expect(nextStepOf(page).getByRole('button', { name: 'It turned green' })).toBeVisible();
  await device.getByRole('button', { name: 'Start the technician flow' }).click();
  await device.getByRole('button', { name: 'Let it turn green' }).click();
  await device.getByRole('button', { name: 'Scan it' }).click();
  await pressNext(page, 'It is resealed');
  await pressNext(page, 'It is shipped');
  await expect(nextStepOf(page).getByRole('heading', { name: 'Wait for user flow' })).toBeVisible();
  const { entries } = await callProgram(page, 'audit.list', {});
  expect(entries.map(({ action }) => action)).not.toContain('bench.override');
});

test('a kiosk ends done without an alarm, and stays without a user', async ({ reseal: { page } }) => {
  const samples = await bringSamples(page);
  const id = await samples.open(kiosk, 'Start deployment');
  await pressNext(page, 'Start deployment');
  await samples.play(id, 'finish');
  await pressNext(page, 'It turned green');
  await page.getByRole('dialog').getByRole('button', { name: 'Record success' }).click();
  await samples.play(id, 'signIn');
  await samples.refresh(id);
  await expect(nextStepOf(page).getByRole('heading', { name: 'Done' })).toBeVisible();
  await expect(nextStepOf(page).getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, 'kiosk-done');
  await goToBench(page);
  await expect(page.getByRole('region', { name: 'Needs a look' })).toContainText('Nothing is overdue');
});

test('a user is assigned to a kiosk only when the person insists', async ({ reseal: { page } }) => {
  const samples = await bringSamples(page);
  await samples.open(kiosk, 'Start deployment');
  await chooseAct(page, 'Assign user');
  const dialog = page.getByRole('dialog', { name: 'Assign a user' });
  await dialog.getByRole('searchbox').fill('ada');
  await dialog.getByRole('radio', { name: /Ada/ }).check();
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(dialog).toContainText('1 kiosk left out: Windows ignores an assigned user');
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'kiosk-user');
  await dialog.getByRole('button', { name: 'Assign all the same' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('header[aria-label="Whose device, and for whom"]')).toContainText('Ada');
});

test('a device on which its user works is never called expired, nor told to be reset or deleted', async ({
  reseal,
}) => {
  const { page, practice } = reseal;
  const samples = await bringSamples(page);
  const id = await samples.open(preProvisioned, 'Start technician flow');
  await pressNext(page, 'Start technician flow');
  await samples.play(id, 'finish');
  await pressNext(page, 'It turned green');
  await page.getByRole('dialog').getByRole('button', { name: 'Record success' }).click();
  await pressNext(page, 'It is resealed');
  await pressNext(page, 'It is shipped');
  await samples.play(id, 'signIn');
  // Longer than the device’s own credentials last, as Microsoft’s clock has it.
  const answer = await fetch(`${practice.url}/practice/clock`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ advanceSeconds: 200 * 24 * 3_600 }),
  });
  expect(answer.status).toBe(200);
  await samples.refresh(id);
  await expect(nextStepOf(page).getByRole('heading', { name: 'Done' })).toBeVisible();
  await expect(nextStepOf(page).getByRole('button')).toHaveCount(0);
  await expect(page.getByText(/expired|run out/i)).toHaveCount(0);
  await expect(page.getByText(/Delete its Intune record|Reset the device/)).toHaveCount(0);
  await picture(page, 'in-use');

  await chooseAct(page, 'Run the technician flow again');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group', { name: 'What is lost' })).toContainText('its user works on it');
  await expectAccessible(page);
  await picture(page, 'in-use-start-again');
});
