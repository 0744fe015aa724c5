import type { Page } from '@playwright/test';
import { expectLargeTargets, lookAtIt } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';
import { bringSamples, chooseAct, pressNext } from '../support/sampleDevices.ts';
import { samples as files } from '../support/samples.ts';

const [serialNumber] = serialNumbers;

/** Looks at what is open, checks that it opens with the focus in it, and leaves it by Escape. */
async function lookAndLeave(page: Page, name: string): Promise<void> {
  const opened = page.getByRole('dialog').or(page.getByRole('alertdialog')).or(page.getByRole('menu'));
  await expect(opened.locator(':focus').or(page.locator(':focus[role^="menuitem"]')).first()).toBeAttached();
  await lookAtIt(page, name);
  await expectLargeTargets(page);
  await page.keyboard.press('Escape');
  await expect(opened).toHaveCount(0);
}

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
}

test.describe('every dialog and menu, in light, dark and forced colours', () => {
  test('of the bar', async ({ reseal: { page } }) => {
    await fillQueue(page);
    await page.getByRole('button', { name: /Switch customer/ }).click();
    await lookAndLeave(page, 'menu-tenant');
    await page.getByRole('button', { name: /notification/ }).click();
    await lookAndLeave(page, 'notifications');
    await page.keyboard.press('?');
    await lookAndLeave(page, 'dialog-keys');
  });

  test('of the queue', async ({ reseal: { page } }) => {
    await fillQueue(page);
    for (const filter of ['Next step', 'Status', 'Filters', 'View']) {
      await page.getByRole('button', { name: filter }).first().click();
      await lookAndLeave(page, `menu-${filter.toLowerCase().replace(' ', '-')}`);
    }
    await page.getByRole('checkbox', { name: `Select ${serialNumber}` }).click();
    await press(page, 'Labels');
    await expect(page.getByRole('img', { name: /^Label with/ })).toBeVisible();
    await lookAndLeave(page, 'dialog-labels');
    await press(page, 'Assign user');
    await lookAndLeave(page, 'dialog-assign');
    await press(page, 'Set group tag');
    await lookAndLeave(page, 'dialog-tag');
    for (const menu of ['Export', 'More']) {
      await press(page, menu);
      await lookAndLeave(page, `menu-${menu.toLowerCase()}`);
    }
  });

  test('of devices that are selected, and of those that come in', async ({ reseal: { page } }) => {
    await fillQueue(page);
    await page.getByRole('checkbox', { name: `Select ${serialNumber}` }).click();
    for (const act of [
      'Take the users away',
      'Take theirs',
      'Send ours',
      'Confirm TPM 2.0',
      'Choose scenario',
      'Expect a profile',
    ]) {
      await press(page, 'More');
      await page.getByRole('menuitem', { name: act, exact: true }).click();
      await lookAndLeave(page, `dialog-bulk-${act.toLowerCase().replaceAll(/[ .]/g, '-')}`);
    }
    await press(page, 'More');
    await page.getByRole('menuitem', { name: 'Deregister', exact: true }).click();
    await expect(page.getByRole('dialog').getByText('held back', { exact: false }).first()).toBeVisible();
    await lookAndLeave(page, 'dialog-bulk-deregister');
    await page.getByRole('checkbox', { name: `Select ${serialNumber}` }).click();
    await press(page, 'Add a device…');
    await lookAndLeave(page, 'dialog-add-device');
    await press(page, 'Take in…');
    await lookAndLeave(page, 'dialog-take-in');
  });

  test('of a device', async ({ reseal: { page } }) => {
    await fillQueue(page, { register: true });
    await scan(page, serialNumber);
    await page.getByRole('button', { name: 'Start technician flow' }).click();
    await press(page, 'It turned green');
    await lookAndLeave(page, 'dialog-green');
    await press(page, 'It turned red');
    await lookAndLeave(page, 'dialog-red');
    await press(page, 'Label');
    await expect(page.getByRole('img', { name: /^Label with/ })).toBeVisible();
    await lookAndLeave(page, 'dialog-label');
    await press(page, 'More acts');
    await lookAndLeave(page, 'menu-device');
    for (const act of ['Rename', 'Expect a profile', 'Deregister']) {
      await chooseAct(page, act);
      await lookAndLeave(page, `dialog-${act.toLowerCase().replaceAll(' ', '-')}`);
    }
    await press(page, 'Start a checklist');
    await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page
      .getByRole('button', { name: /^More about/ })
      .first()
      .click();
    await lookAndLeave(page, 'menu-step');
    await page
      .getByRole('button', { name: /^More about/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Skip' }).click();
    await lookAndLeave(page, 'dialog-skip');
  });

  test('of a device that is past its bench', async ({ reseal: { page } }) => {
    const samples = await bringSamples(page);
    const id = await samples.open('5CG1FB4VLW', 'Start technician flow');
    await pressNext(page, 'Start technician flow');
    await samples.play(id, 'finish');
    await samples.refresh(id);
    await pressNext(page, 'It turned green');
    await press(page, 'Record success');
    await pressNext(page, 'It is resealed');
    await chooseAct(page, 'Run the technician flow again');
    await lookAndLeave(page, 'dialog-start-again');
    await chooseAct(page, 'Delete the Intune record');
    await expect(page.getByText('Intune device ID')).toBeVisible();
    await lookAndLeave(page, 'dialog-intune-record');
    await chooseAct(page, 'Choose scenario');
    await lookAndLeave(page, 'dialog-choose-scenario');
    await chooseAct(page, 'Mainboard and parts');
    await lookAtIt(page, 'dialog-board-changes');
    await page.getByRole('tab', { name: 'Can it be registered again?' }).click();
    await lookAndLeave(page, 'dialog-board-guide');
    await chooseAct(page, 'Never register again');
    await lookAtIt(page, 'dialog-never-again');
    await page.getByRole('dialog').getByRole('textbox').fill('Its parts are used in others');
    await page.getByRole('dialog').getByRole('button', { name: 'Never register again' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await chooseAct(page, 'Allow registering again');
    await lookAndLeave(page, 'dialog-allow-again');
  });

  test('of the intake and the tenants', async ({ reseal: { page } }) => {
    await fillQueue(page);
    await page.getByRole('link', { name: 'Intake' }).click();
    await page.locator('input[type=file]').first().setInputFiles(files.intune);
    for (const act of ['Accept suspect…', 'For all rows…', 'Discard']) {
      await press(page, act);
      await lookAndLeave(page, `dialog-${act.toLowerCase().replace('…', '').replaceAll(' ', '-')}`);
    }
    await page.getByRole('link', { name: 'Customers' }).click();
    await press(page, 'Add a customer');
    await lookAtIt(page, 'dialog-add-customer');
    await page.getByRole('radio', { name: 'Connect now' }).check();
    await lookAndLeave(page, 'dialog-add-tenant');
    await press(page, 'Check permissions');
    await lookAndLeave(page, 'dialog-permissions');
    for (const act of ['Change name and colour…', 'Remove…']) {
      await press(page, 'More for Practice tenant');
      await page.getByRole('menuitem', { name: act }).click();
      await lookAndLeave(page, `dialog-${act.split(' ')[0]?.toLowerCase().replace('…', '') ?? ''}`);
    }
    await page.getByRole('link', { name: 'Checklists' }).click();
    await press(page, 'Start a checklist');
    await lookAndLeave(page, 'dialog-start-checklist');
  });

  test('of the deployment profiles, before and after they are read', async ({ reseal: { page } }) => {
    await fillQueue(page);
    await page.getByRole('link', { name: 'Customers' }).click();
    await press(page, 'Deployment profiles');
    await lookAndLeave(page, 'dialog-profiles-unread');
    await press(page, 'Deployment profiles');
    await press(page, 'Read from Microsoft');
    await expect(page.getByRole('dialog').getByText('Kiosk self-deploying', { exact: true })).toBeVisible();
    await lookAndLeave(page, 'dialog-profiles');
  });

  test('of the file for existing devices: made of a profile, made by hand, and checked', async ({
    reseal: { page },
  }) => {
    await fillQueue(page);
    await page.getByRole('link', { name: 'Customers' }).click();
    await press(page, 'Deployment profiles');
    await press(page, 'Read from Microsoft');
    await press(page, 'Make the file for existing devices of User-driven no pre-provisioning');
    await expect(page.getByRole('dialog').getByText('1310 (', { exact: false })).toBeVisible();
    await lookAtIt(page, 'dialog-profile-json-make');
    await page.keyboard.press('Escape');
    await press(page, 'Check a file for existing devices…');
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toBeVisible();
    await lookAndLeave(page, 'dialog-profile-json-check');
    await page.getByRole('link', { name: 'Help' }).click();
    await press(page, 'Make a file for existing devices by hand…');
    await lookAndLeave(page, 'dialog-profile-json-by-hand');
  });

  test('of the status pages and the dynamic groups', async ({ reseal: { page } }) => {
    await fillQueue(page, { file: files.intune });
    await page.getByRole('link', { name: 'Customers' }).click();
    await press(page, 'Enrollment Status Page');
    await lookAndLeave(page, 'dialog-esp-unread');
    await press(page, 'Enrollment Status Page');
    await press(page, 'Read from Microsoft');
    await expect(page.getByRole('dialog').getByText('ESP workshop', { exact: true })).toBeVisible();
    await page.getByText('Settings of ESP workshop').click();
    await lookAndLeave(page, 'dialog-esp');
    await press(page, 'Dynamic groups');
    await expect(page.getByRole('dialog').getByText('All Autopilot devices').first()).toBeVisible();
    await lookAtIt(page, 'dialog-groups-rules');
    await page.getByRole('tab', { name: 'Check a rule' }).click();
    await page
      .getByRole('textbox', { name: 'Membership rule' })
      .fill(
        ['sales', 'Lobby'].map((tag) => `(device.devicePhysicalIds -any (_ -eq "[OrderID]:${tag}"))`).join(' -or '),
      );
    await press(page, 'Check the rule');
    await expect(page.getByRole('status').getByText('under it', { exact: false }).first()).toBeVisible();
    await lookAndLeave(page, 'dialog-groups-check');
  });

  test('of device preparation and its report, before and after they are read', async ({ reseal: { page } }) => {
    await fillQueue(page);
    await page.getByRole('link', { name: 'Customers' }).click();
    await press(page, 'Device preparation');
    await lookAndLeave(page, 'dialog-preparation-unread');
    await press(page, 'Device preparation');
    await press(page, 'Read from Microsoft');
    await expect(page.getByRole('dialog').getByText('Nothing is wrong with it.')).toBeVisible();
    await page.getByRole('dialog').getByText('Settings of Device preparation').click();
    await lookAndLeave(page, 'dialog-preparation');
    await press(page, 'Device preparation report');
    await press(page, 'Read from Microsoft');
    await expect(page.getByRole('dialog').getByText('The report has no device.')).toBeVisible();
    await lookAndLeave(page, 'dialog-preparation-report');
  });

  test('of backups, of keeping for a time, and of erasing', async ({ reseal: { page } }) => {
    await fillQueue(page);
    await page.getByRole('link', { name: 'Settings' }).click();
    await press(page, 'Back up now');
    await expect(page.getByText('Last verified backup:', { exact: false })).toBeVisible();
    await press(page, 'Restore…');
    await expect(page.getByRole('dialog').getByText('It is whole', { exact: false })).toBeVisible();
    await lookAndLeave(page, 'dialog-restore');
    await press(page, 'Remove now…');
    await lookAndLeave(page, 'dialog-retention');
    await page.getByRole('textbox', { name: 'Erase a person' }).fill('nobody@contoso-practice.example');
    await press(page, 'Erase…');
    await expect(page.getByRole('dialog').getByText('is kept here.', { exact: false })).toBeVisible();
    await lookAndLeave(page, 'dialog-erase-nobody');
    await scan(page, serialNumber);
    await chooseAct(page, 'Erase from this computer');
    await expect(page.getByRole('dialog').getByText('What is erased', { exact: true })).toBeVisible();
    await lookAndLeave(page, 'dialog-erase-device');
  });

  test('of the scenario rules', async ({ reseal: { page } }) => {
    await fillQueue(page);
    await page.getByRole('link', { name: 'Customers' }).click();
    await press(page, 'Scenario rules');
    for (const [act, title] of [
      ['Change the default', 'The default of Practice tenant'],
      ['Add a rule', 'A rule for a group tag'],
    ] as const) {
      await press(page, act);
      const form = page.getByRole('dialog', { name: title });
      await expect(form).toBeVisible();
      await lookAtIt(page, `dialog-${act.toLowerCase().replaceAll(' ', '-')}`);
      await expectLargeTargets(page);
      await form.getByRole('button', { name: 'Cancel' }).click();
    }
    await lookAndLeave(page, 'dialog-scenario-rules');
  });
});
