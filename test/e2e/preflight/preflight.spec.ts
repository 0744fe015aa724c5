import { expectLargeTargets, lookAtIt } from '../support/look.ts';
import { fillQueue, serialNumbers } from '../support/practiceQueue.ts';
import { scan } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';
import { chooseAct } from '../support/sampleDevices.ts';

const [serialNumber] = serialNumbers;

test('the preflight of a device says what its hash tells, what no hash tells, and who says so', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await scan(page, serialNumber);
  await chooseAct(page, 'Preflight of the device');
  const dialog = page.getByRole('dialog', { name: `Preflight of ${serialNumber}` });
  await expect(dialog.getByRole('table', { name: 'What that means for each scenario' })).toContainText(
    'Pre-provisioned',
  );
  const edition = dialog.getByRole('listitem').filter({ hasText: 'Which edition of Windows is installed' }).first();
  await expect(edition).toContainText('Not known');
  await edition.getByText('Where that is from').click();
  await expect(edition).toContainText('https://learn.microsoft.com/en-us/autopilot/requirements?tabs=software');
  await lookAtIt(page, 'dialog-preflight-device');
  await expectLargeTargets(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
