import type { Page } from '@playwright/test';
import { expectLargeTargets, lookAtIt } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';
import { samples } from '../support/samples.ts';

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
    await page.getByRole('button', { name: /Switch tenant/ }).click();
    await lookAndLeave(page, 'menu-tenant');
    await page.getByRole('button', { name: /notification/ }).click();
    await lookAndLeave(page, 'notifications');
    await page.keyboard.press('?');
    await lookAndLeave(page, 'dialog-keys');
  });

  test('of the queue', async ({ reseal: { page } }) => {
    await fillQueue(page);
    for (const filter of ['Next step', 'Status', 'Batch']) {
      await page.getByRole('button', { name: filter }).first().click();
      await lookAndLeave(page, `menu-${filter.toLowerCase().replace(' ', '-')}`);
    }
    await page.getByRole('checkbox', { name: `Select ${serialNumber}` }).click();
    await press(page, 'Assign user');
    await lookAndLeave(page, 'dialog-assign');
    await press(page, 'Set group tag');
    await lookAndLeave(page, 'dialog-tag');
    for (const menu of ['Export', 'More']) {
      await press(page, menu);
      await lookAndLeave(page, `menu-${menu.toLowerCase()}`);
    }
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
      await press(page, 'More acts');
      await page.getByRole('menuitem', { name: act, exact: true }).click();
      await lookAndLeave(page, `dialog-${act.toLowerCase().replaceAll(' ', '-')}`);
    }
    await press(page, 'Start a checklist');
    await page
      .getByRole('menuitem', { name: /Pre-provisioning/ })
      .first()
      .click();
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

  test('of the intake and the tenants', async ({ reseal: { page } }) => {
    await fillQueue(page);
    await page.getByRole('link', { name: 'Intake' }).click();
    await page.locator('input[type=file]').first().setInputFiles(samples.intune);
    for (const act of ['Accept suspect…', 'For all rows…', 'Discard']) {
      await press(page, act);
      await lookAndLeave(page, `dialog-${act.toLowerCase().replace('…', '').replaceAll(' ', '-')}`);
    }
    await page.getByRole('link', { name: 'Tenants' }).click();
    await press(page, 'Add a tenant');
    await lookAndLeave(page, 'dialog-add-tenant');
    await press(page, 'Check permissions');
    await lookAndLeave(page, 'dialog-permissions');
    await press(page, 'Scenario rules');
    await lookAndLeave(page, 'dialog-scenario-rules');
    for (const act of ['Change name and colour…', 'Remove…']) {
      await press(page, 'More for Practice tenant');
      await page.getByRole('menuitem', { name: act }).click();
      await lookAndLeave(page, `dialog-${act.split(' ')[0]?.toLowerCase().replace('…', '') ?? ''}`);
    }
    await page.getByRole('link', { name: 'Checklists' }).click();
    await press(page, 'Start a checklist');
    await lookAndLeave(page, 'dialog-start-checklist');
  });
});
