import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLoopbackHosts } from '../../rigs/loopbackHosts.ts';
import { expectLargeTargets, lookAtIt } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
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

test.describe('the preflight of the network', () => {
  test.use({ ownHosts: true });

  test('shows its hosts first, contacts them when it is told to, and says who can mend what is in the way', async ({
    reseal: { page, dataFolder },
  }) => {
    const hosts = await startLoopbackHosts([
      'answers',
      'refuses',
      'isLookedInto',
      'isAnHourOff',
      'tellsTime',
      'isPattern',
    ]);
    try {
      writeFileSync(join(dataFolder, 'hosts.json'), JSON.stringify(hosts.list));
      await fillQueue(page);
      await page.getByRole('link', { name: 'Help' }).click();
      await page.getByRole('button', { name: 'Check the network' }).click();
      const dialog = page.getByRole('dialog', { name: 'Preflight of the network' });
      await expect(dialog.getByText('contacts 5 hosts of the list below')).toBeVisible();
      await expect(dialog.getByRole('row').filter({ hasText: '*.lab.example' })).toContainText('cannot be checked');
      await lookAtIt(page, 'dialog-preflight-network-before');
      await dialog.getByRole('button', { name: 'Check now' }).click();
      await expect(dialog.getByRole('status')).toContainText('To look at: 3');
      const findings = dialog.getByRole('list', { name: 'Findings' });
      await expect(findings).toContainText(`localhost, port ${hosts.portOf('refuses')}: the connection is refused.`);
      await expect(findings).toContainText('which is no public authority. Something looks into the connection');
      await expect(findings).toContainText('tells another time than the rest, by 60 minutes');
      await expect(findings).toContainText('Who can mend it: owner of the network');
      await expect(dialog.getByRole('row').filter({ hasText: `tls:${hosts.portOf('answers')}` })).toContainText(
        'In order',
      );
      await lookAtIt(page, 'dialog-preflight-network-after');
      await expectLargeTargets(page);
      const saving = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Save for the owner' }).click();
      expect((await saving).suggestedFilename()).toMatch(/^network-.*\.pdf$/);
    } finally {
      await hosts.close();
    }
  });
});

test('the preflight of a customer reads what can be read, and asks the rest', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Preflight', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Preflight of Practice tenant' });
  const findings = dialog.getByRole('list', { name: 'Findings' });
  await expect(findings).toContainText('Not known: The deployment profiles have not been read in whole.');
  await dialog.getByRole('button', { name: 'Read from Microsoft' }).click();
  await expect(findings).toContainText('For “Pre-provisioned” there is “Pre-provision · Entra join”');
  await dialog.getByRole('combobox', { name: 'How devices join' }).selectOption('Microsoft Entra join');
  const questions = dialog.getByRole('list', { name: 'Questions to somebody who knows the tenant' });
  await expect(questions).not.toContainText('Intune Connector');
  const one = questions.getByRole('radiogroup', { name: /^Is Intune the only MDM/ });
  await expect(one.getByRole('radio', { name: 'Not known' })).toBeChecked();
  await one.getByRole('radio', { name: 'No', exact: true }).click();
  const verdicts = dialog.getByRole('table', { name: 'What that means for each scenario' });
  await expect(verdicts.getByRole('row').filter({ hasText: 'Self-deploying' })).toContainText('will fail');
  await expect(one.getByRole('radio', { name: 'No', exact: true })).toBeFocused();
  await lookAtIt(page, 'dialog-preflight-tenant');
  await expectLargeTargets(page);
});
