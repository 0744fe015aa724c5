import { expectAccessible, expectLargeTargets, lookAtIt, picture } from '../support/look.ts';
import { goToBench, scan } from '../support/practiceQueue.ts';
import { registerElsewhere } from '../support/practiceTenant.ts';
import { callProgram } from '../support/callProgram.ts';
import { expect, test } from '../support/resealTest.ts';

test('devices that only the tenant has are chosen from its list and deregistered, and a cancelled one is not in the queue', async ({
  reseal,
}) => {
  const { page } = reseal;
  await registerElsewhere(reseal, ['LEASE1', 'LEASE2', 'LEASE3']);
  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  await page.getByRole('button', { name: 'Take in…' }).click();
  const list = page.getByRole('dialog', { name: /^Take in from / });
  await list.getByRole('button', { name: 'Read the list now' }).click();
  await list.getByRole('checkbox', { name: 'Select LEASE1' }).click();
  await list.getByRole('checkbox', { name: 'Select LEASE2' }).click();
  await lookAtIt(page, 'adopt-deregister');
  await list.getByRole('button', { name: 'Deregister…' }).click();

  const many = page.getByRole('dialog', { name: 'Deregister 2 devices?' });
  await expect(many.getByRole('table', { name: 'What is deleted of which device' })).toContainText('LEASE1');
  await many.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('LEASE1')).toHaveCount(0);

  await page.getByRole('button', { name: 'Take in…' }).click();
  await expect(list.getByRole('row')).toHaveCount(4);
  await list.getByRole('checkbox', { name: 'Select LEASE1' }).click();
  await list.getByRole('button', { name: 'Deregister…' }).click();
  const one = page.getByRole('dialog', { name: 'Deregister LEASE1?' });
  await expect(one.getByRole('table', { name: 'What happens to which record' })).toContainText('LEASE1');
  await one.getByRole('radio', { name: 'End of life' }).click();
  await lookAtIt(page, 'removal-one');
  await expectLargeTargets(page);
  await one.getByRole('textbox', { name: 'Type LEASE1 to confirm' }).fill('LEASE1');
  await one.getByRole('button', { name: 'Deregister' }).click();
  await expect(one).toHaveCount(0);

  await page.getByRole('grid', { name: 'Devices' }).getByText('LEASE1', { exact: true }).dblclick();
  const nextStep = page.getByRole('region', { name: 'Next step' });
  await expect(nextStep).toContainText('Nothing is left to do');
  await lookAtIt(page, 'removal-ended');
  const download = page.waitForEvent('download');
  await nextStep.getByRole('button', { name: 'Removal record' }).click();
  expect((await download).suggestedFilename()).toBe('removal-record-LEASE1.pdf');
});

test('a scanned device that only the tenant has is deregistered from the answer to the scan', async ({ reseal }) => {
  const { page } = reseal;
  const tenantId = await registerElsewhere(reseal, ['LEASE4']);
  await callProgram(page, 'tracking.refresh', { tenantId, depth: 'list' });
  await goToBench(page);
  await scan(page, 'LEASE4');
  const answer = page.getByRole('region', { name: 'Answer to the scan' });
  await expect(answer.getByRole('button', { name: 'Take it in' })).toBeFocused();
  await expectAccessible(page);
  await picture(page, 'scan-deregister');
  await answer.getByRole('button', { name: 'Deregister…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Deregister LEASE4?' });
  await dialog.getByRole('textbox', { name: 'Type LEASE4 to confirm' }).fill('LEASE4');
  await dialog.getByRole('button', { name: 'Deregister' }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await callProgram(page, 'devices.find', { serialNumber: 'LEASE4' })).devices[0]?.registration)
    .toBe('removed');
});
