import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible, picture } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { askPractice } from '../support/practiceTenant.ts';
import { expect, test, type Reseal } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;
const DEVICES = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const deviceList = z.object({ value: z.array(z.object({ id: z.string(), serialNumber: z.string() })) });

async function ztdIdOf(reseal: Reseal): Promise<string> {
  const { value } = deviceList.parse(await askPractice(reseal, 'GET', DEVICES));
  return value.find((device) => device.serialNumber === serialNumber)?.id ?? '';
}

const enroll = async (reseal: Reseal): Promise<unknown> =>
  askPractice(reseal, 'POST', `/practice/devices/${await ztdIdOf(reseal)}/technician-flow`, { result: 'success' });

async function openRegistered(page: Page): Promise<void> {
  await fillQueue(page, { register: true });
  await scan(page, serialNumber);
  await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible();
}

async function chooseDeregister(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: 'Deregister' }).click();
  return removalDialog(page);
}

async function refresh(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: 'Refresh from Microsoft' }).click();
}

async function removalDialog(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: `Deregister ${serialNumber}?` });
  await expect(dialog.getByRole('table', { name: 'What happens to which record' })).toBeVisible();
  return dialog;
}

async function confirm(dialog: Locator): Promise<void> {
  await dialog.getByRole('textbox', { name: /^Type / }).fill(serialNumber);
  await dialog.getByRole('button', { name: 'Deregister' }).click();
}

const nextStep = (page: Page): Locator => page.getByRole('region', { name: 'Next step' });

test('the records are shown side by side with what tells them apart, and go in their order', async ({ reseal }) => {
  const { page } = reseal;
  await openRegistered(page);
  await enroll(reseal);
  const dialog = await chooseDeregister(page);
  const table = dialog.getByRole('table', { name: 'What happens to which record' });
  await expect(table).toContainText('Intune');
  await expect(table).toContainText(`ID ${await ztdIdOf(reseal)}`);
  await expect(table).toContainText(`Serial number ${serialNumber}`);
  await expectAccessible(page);
  await picture(page, 'removal-plan');
  await confirm(dialog);
  await expect(dialog).toHaveCount(0);
  await expect(nextStep(page)).toContainText('Nothing is left to do');
});

test('records that have changed since they were shown are shown anew, and nothing is deleted', async ({ reseal }) => {
  const { page } = reseal;
  await openRegistered(page);
  const dialog = await chooseDeregister(page);
  await expect(dialog.getByRole('rowheader', { name: 'Intune' })).toHaveCount(0);
  await enroll(reseal);
  await confirm(dialog);
  await expect(dialog).toContainText('nothing was deleted');
  await expect(dialog.getByRole('rowheader', { name: 'Intune' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'removal-changed');
  await expect(dialog.getByRole('textbox', { name: /^Type / })).toHaveValue('');
  await confirm(dialog);
  await expect(nextStep(page)).toContainText('Nothing is left to do');
});

test('the computer account of a hybrid device stays a task until it is recorded as deleted', async ({ reseal }) => {
  const { page } = reseal;
  await openRegistered(page);
  await askPractice(reseal, 'POST', `${DEVICES}/${await ztdIdOf(reseal)}/updateDeviceProperties`, {
    groupTag: 'Hybrid',
  });
  await askPractice(reseal, 'POST', '/practice/clock', { advanceSeconds: 3_600 });
  await enroll(reseal);
  const dialog = await chooseDeregister(page);
  await expect(dialog.getByRole('rowheader', { name: 'Active Directory' })).toBeVisible();
  await confirm(dialog);
  await expect(nextStep(page)).toContainText('deleted in Active Directory');
  await expectAccessible(page);
  await picture(page, 'removal-account');
  await page.reload();
  await nextStep(page).getByRole('button', { name: 'The account is deleted' }).click();
  await expect(nextStep(page)).toContainText('Nothing is left to do');
});

test('an Intune record that is left over is deleted although Autopilot does not list the device', async ({
  reseal,
}) => {
  const { page } = reseal;
  await openRegistered(page);
  await enroll(reseal);
  await refresh(page);
  await expect(page.getByText(/^Read again/).first()).toBeVisible();
  await askPractice(reseal, 'POST', '/practice/clock', { advanceSeconds: 3_600 });
  const path = '/deviceManagement/windowsAutopilotDeviceIdentities*';
  await askPractice(reseal, 'PUT', '/practice/faults', {
    faults: [{ effect: { kind: 'notFound' }, methods: ['GET'], path }],
  });
  await expect(async () => {
    await refresh(page);
    await expect(nextStep(page)).toContainText('Intune may still hold its record', { timeout: 1_000 });
  }).toPass();
  await nextStep(page).getByRole('button', { name: 'Deregister…' }).click();
  const dialog = await removalDialog(page);
  await expect(dialog).toContainText('Windows Autopilot does not list the device');
  await picture(page, 'removal-leftover');
  await confirm(dialog);
  await expect(nextStep(page)).toContainText('Nothing is left to do');
});
