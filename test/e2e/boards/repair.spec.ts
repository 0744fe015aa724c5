import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { callProgram } from '../support/callProgram.ts';
import { writeDeviceFile } from '../support/deviceFile.ts';
import { lookAtIt } from '../support/look.ts';
import { fillQueue, scan } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const serialNumber = 'REPAIRED1';

const nextStep = (page: Page) => page.getByRole('region', { name: 'Next step' });

async function choose(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

/** The same device with another mainboard, captured after the repair. */
const newHash = (): string =>
  inventedHash(serialNumber, {
    smbiosUuid: '2f0c9f8e-5a4b-4c3d-9e1f-0a1b2c3d4e5f',
    tpm: {
      version: "TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'FBKM'-Firmware:1.2",
      endorsementKey: Uint8Array.from({ length: 256 }, (_, index) => (index * 7) % 251),
    },
    macAddresses: [{ medium: 14, address: '02:00:5E:20:00:99', bus: 'PCI' }],
    collectedAt: new Date('2026-11-04T08:30:00Z'),
  });

/** What an import asks a person to look at is accepted. */
async function takeInAgain(page: Page, file: string): Promise<void> {
  const { tenants } = await callProgram(page, 'tenants.list', {});
  const bytes = await readFile(file);
  const { fileId } = await callProgram(page, 'intake.openFile', { name: 'new.csv', sizeBytes: bytes.length });
  await callProgram(page, 'intake.appendToFile', { fileId, base64: bytes.toString('base64') });
  const tenantId = tenants[0]?.id ?? '';
  const { previewId } = await callProgram(page, 'intake.preview', { fileIds: [fileId], tenantId, attended: true });
  await callProgram(page, 'intake.include', { previewId, included: true });
  await callProgram(page, 'intake.commit', { previewId });
}

test('a repaired device is walked from the questions to its new registration, and is not started before it is reset', async ({
  reseal: { page, dataFolder },
}) => {
  await fillQueue(page, { register: true, file: await writeDeviceFile(dataFolder, 'old.csv', [{ serialNumber }]) });
  await scan(page, serialNumber);
  await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible();

  await choose(page, 'Mainboard and parts');
  const guide = page.getByRole('dialog', { name: `Mainboard and parts of ${serialNumber}` });
  await guide.getByRole('tab', { name: 'Can it be registered again?' }).click();
  for (const answer of [
    'The mainboard, alone or with other parts',
    'Yes, or they stand there already',
    'We write one into the BIOS',
    'Yes',
    'Only the one on the new board',
    'Yes',
    'It is a new spare part',
  ]) {
    await guide.getByRole('group').getByRole('button', { name: answer, exact: true }).click();
  }
  const steps = guide.getByRole('list', { name: 'Steps' });
  await expect(steps).toContainText('Capture the new hardware hash');
  await expect(steps).toContainText('Reset the device, so that it starts at its first setup page');
  await lookAtIt(page, 'repair-steps');
  await guide.getByRole('button', { name: 'Begin its checklist' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Checklist of ${serialNumber}` })).toBeVisible();
  await page.getByRole('link', { name: 'Open the device' }).click();

  const file = await writeDeviceFile(dataFolder, 'new.csv', [{ serialNumber, hash: newHash() }]);
  await takeInAgain(page, file);

  await scan(page, serialNumber);
  await expect(nextStep(page)).toContainText('The mainboard was replaced');
  await nextStep(page).getByRole('button', { name: 'Deregister…' }).click();
  const removal = page.getByRole('dialog', { name: `Deregister ${serialNumber}?` });
  await removal.getByRole('radio', { name: 'Repair' }).click();
  await removal.getByRole('textbox', { name: /^Type / }).fill(serialNumber);
  await removal.getByRole('button', { name: 'Deregister' }).click();
  await nextStep(page).getByRole('button', { name: 'Register', exact: true }).click();

  await expect(nextStep(page)).toContainText('Reset the device until it shows its first setup page');
  await lookAtIt(page, 'repair-reset');
  await nextStep(page).getByRole('button', { name: 'It is reset' }).click();
  await expect(nextStep(page).getByRole('button', { name: 'Start technician flow' })).toBeVisible();
  // The checklist of the case has been ticked by what happened.
  const checklist = page.getByRole('region', { name: /^Checklist/ });
  for (const step of [/Capture the new hardware hash/, /Register the device with the new hash/, /Reset the device/]) {
    await expect(checklist.getByRole('checkbox', { name: step })).toBeChecked();
  }
});

test('a donor board is held back from the files for Microsoft’s portals, by name', async ({
  reseal: { page, dataFolder },
}) => {
  const devices = ['DONOR1', 'WHOLE1'].map((name) => ({ serialNumber: name }));
  await fillQueue(page, { file: await writeDeviceFile(dataFolder, 'devices.csv', devices) });
  const { devices: found } = await callProgram(page, 'devices.find', { serialNumber: 'DONOR1' });
  await callProgram(page, 'boards.markDonor', { deviceId: found[0]?.id ?? '', reason: 'Gave its board away' });
  await page.getByRole('checkbox', { name: 'Select everything that matches' }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'For Intune (CSV)' }).click();
  const text = await readFile(await (await download).path(), 'latin1');
  expect(text).toContain('WHOLE1');
  expect(text).not.toContain('DONOR1');
  await expect(
    page.getByText(/DONOR1.*It is marked “never register again”: Gave its board away\./).first(),
  ).toBeVisible();
});
