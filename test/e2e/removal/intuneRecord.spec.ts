import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { bringSamples, chooseAct, nextStepOf, pressNext } from '../support/sampleDevices.ts';

const serialNumber = '5CG1FB4VLW';

test('a device that enrolled before runs again once its Intune record is shown, named and deleted', async ({
  reseal: { page },
}) => {
  const samples = await bringSamples(page);
  const id = await samples.open(serialNumber, 'Start technician flow');
  await samples.play(id, 'finish');
  await samples.refresh(id);
  await expect(nextStepOf(page).getByRole('heading', { name: 'Clear what blocks the start' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'enrolled-before');

  await pressNext(page, 'Delete the Intune record…');
  const dialog = page.getByRole('dialog', { name: `Delete the Intune record of ${serialNumber}?` });
  const deletion = dialog.getByRole('button', { name: 'Delete the Intune record' });
  await expect(dialog.getByText('Intune device ID')).toBeVisible();
  await expect(dialog.getByText(/BitLocker key/)).toBeVisible();
  await expect(deletion).toBeDisabled();
  await dialog.getByRole('textbox').fill('5CG1FB4VLX');
  await expect(deletion).toBeDisabled();
  await dialog.getByRole('textbox').fill(serialNumber);
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'intune-record');
  await deletion.click();
  await expect(dialog).toHaveCount(0);

  await pressNext(page, 'Start technician flow');
  await samples.play(id, 'finish');
  await samples.refresh(id);
  await pressNext(page, 'It turned green');
  await page.getByRole('dialog').getByRole('button', { name: 'Record success' }).click();
  await expect(nextStepOf(page).getByRole('button', { name: 'It is resealed' })).toBeVisible();
  const { device } = await callProgram(page, 'devices.get', { id });
  expect(device).toMatchObject({ enrollment: 'enrolled', bench: 'succeeded' });
});

test('a start of a shipped device asks, and says what is lost', async ({ reseal: { page } }) => {
  const samples = await bringSamples(page);
  const id = await samples.open(serialNumber, 'Start technician flow');
  await pressNext(page, 'Start technician flow');
  await pressNext(page, 'It turned green');
  await page.getByRole('dialog').getByRole('button', { name: 'Record success' }).click();
  await pressNext(page, 'It is resealed');
  await pressNext(page, 'It is shipped');
  await expect(nextStepOf(page).getByRole('heading', { name: 'Wait for user flow' })).toBeVisible();

  await chooseAct(page, 'Run the technician flow again');
  const dialog = page.getByRole('dialog', { name: `Run ${serialNumber} again?` });
  await expect(dialog.getByRole('group', { name: 'What is lost' })).toContainText('It is recorded as shipped');
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'start-again');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect((await callProgram(page, 'devices.get', { id })).device).toMatchObject({ reseal: 'shipped' });

  await chooseAct(page, 'Run the technician flow again');
  await dialog.getByRole('button', { name: 'It is reset: start again' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(nextStepOf(page).getByRole('button', { name: 'It turned green' })).toBeVisible();
});
