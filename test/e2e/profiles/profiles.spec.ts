import { z } from 'zod';
import { writeDeviceFile } from '../support/deviceFile.ts';
import { lookAtIt } from '../support/look.ts';
import { fillQueue } from '../support/practiceQueue.ts';
import { askPractice } from '../support/practiceTenant.ts';
import { expect, test } from '../support/resealTest.ts';

const PROFILES = '/beta/deviceManagement/windowsAutopilotDeploymentProfiles';
const profileList = z.object({ value: z.array(z.object({ id: z.string(), displayName: z.string() })) });
const assignmentList = z.object({ value: z.array(z.object({ target: z.unknown() })) });

test('a rule sets the profile that many devices expect, and two profiles in conflict are explained', async ({
  reseal,
}) => {
  const { page, dataFolder } = reseal;
  const devices = Array.from({ length: 200 }, (_, index) => ({
    serialNumber: `TAGGED${index}`,
    groupTag: index < 120 ? 'Kiosk' : 'Office',
  }));
  await fillQueue(page, { file: await writeDeviceFile(dataFolder, 'tagged.csv', devices) });

  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Deployment profiles' }).click();
  const profiles = page.getByRole('dialog', { name: 'Deployment profiles of Practice tenant' });
  await profiles.getByRole('button', { name: 'Read from Microsoft' }).click();
  await expect(profiles.getByRole('row', { name: /^Kiosk self-deploying .* 0 0$/ })).toBeVisible();
  await profiles.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Scenario rules' }).click();
  const rules = page.getByRole('dialog', { name: 'What the devices of Practice tenant are for' });
  await rules.getByRole('button', { name: 'Add a rule' }).click();
  const rule = page.getByRole('dialog', { name: 'A rule for a group tag' });
  const groupTag = rule.getByRole('combobox', { name: 'Group tag' });
  await groupTag.fill('Kiosk');
  await expect(groupTag).toHaveAccessibleDescription(/120 devices have this tag\./);
  await rule.getByRole('combobox', { name: 'Expected profile' }).selectOption('Kiosk self-deploying');
  await rule.getByRole('button', { name: 'Save the rule' }).click();
  await expect(rules.getByRole('row', { name: /Kiosk 120 Kiosk self-deploying/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Deployment profiles' }).click();
  await expect(profiles.getByRole('row', { name: /^Kiosk self-deploying .* 0 120$/ })).toBeVisible();

  const { value } = profileList.parse(await askPractice(reseal, 'GET', PROFILES));
  const idOf = (name: string): string => value.find(({ displayName }) => displayName === name)?.id ?? '';
  const kiosk = assignmentList.parse(
    await askPractice(reseal, 'GET', `${PROFILES}/${idOf('Kiosk self-deploying')}/assignments`),
  );
  const userDriven = `${PROFILES}/${idOf('User-driven no pre-provisioning')}/assignments`;
  await askPractice(reseal, 'POST', userDriven, { target: kiosk.value[0]?.target });
  await profiles.getByRole('button', { name: 'Read from Microsoft' }).click();
  await expect(
    profiles.getByText(/It is the oldest for group .* and wins over “User-driven no pre-provisioning”\./),
  ).toBeVisible();
  await expect(
    profiles.getByText(
      /“Kiosk self-deploying” is older and wins for group .*\. Take the assignment of one of the two away\./,
    ),
  ).toBeVisible();
  await lookAtIt(page, 'profiles-conflict');
});
