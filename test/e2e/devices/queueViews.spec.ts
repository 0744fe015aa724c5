import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { fillQueue, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

async function tagFirst(page: Page, groupTag: string): Promise<void> {
  const { tenants } = await callProgram(page, 'tenants.list', {});
  const { devices } = await callProgram(page, 'devices.list', { tenantId: tenants[0]?.id, search: first });
  await callProgram(page, 'assignment.setGroupTag', { deviceIds: devices.map(({ id }) => id), groupTag });
}

const chips = (page: Page): Locator => page.getByRole('group', { name: 'What the queue is filtered by' });
const viewButton = (page: Page): Locator => page.getByRole('button', { name: /^View/ });

async function filterByTag(page: Page, tag: string): Promise<void> {
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Group tag' }).click();
  await page.getByRole('menuitemcheckbox', { name: tag }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show 1 device' }).click();
}

test('filters are chosen in a panel, stand as chips, and a removed chip leaves the focus with the next', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await tagFirst(page, 'Kiosk');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Filters' });
  await dialog.getByRole('combobox', { name: 'Assigned user' }).selectOption('Has none');
  await dialog.getByRole('button', { name: 'Group tag' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Kiosk' }).click();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'queue-filters');
  await dialog.getByRole('button', { name: 'Show 1 device' }).click();

  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await expectAccessible(page);
  await expectLargeTargets(page);
  await chips(page).getByRole('button', { name: 'Do not filter by Group tag: Kiosk' }).click();
  await expect(chips(page).getByRole('button', { name: 'Do not filter by No user' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: /Search serial/ })).toBeFocused();
});

test('a view is saved, taken, renamed, deleted and brought back', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await tagFirst(page, 'Kiosk');
  await filterByTag(page, 'Kiosk');
  await viewButton(page).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Kiosks');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(viewButton(page)).toHaveText('View: Kiosks');

  // Another filter is not that view any more; taking it brings all of it back.
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(viewButton(page)).toHaveText('View');
  await viewButton(page).click();
  await page.getByRole('menuitemradio', { name: 'Kiosks' }).click();
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await viewButton(page).click();
  await page.getByRole('menuitemradio', { name: 'All devices' }).click();
  await expect(page.getByText(/^\d+ devices$/)).toBeVisible();
  await viewButton(page).click();
  await page.getByRole('menuitemradio', { name: 'Kiosks' }).click();

  await viewButton(page).click();
  await page.getByRole('menuitem', { name: 'Rename or delete views…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Saved views' });
  await dialog.getByRole('textbox', { name: 'Name of Kiosks' }).fill('Lobby');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Renamed to “Lobby”.');
  await dialog.getByRole('button', { name: 'Delete Lobby' }).click();
  await expect(dialog.getByRole('status')).toHaveText('“Lobby” deleted.');
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'queue-views');
  await expect(dialog.getByRole('button', { name: 'Undo: bring Lobby back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('“Lobby” is back.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(viewButton(page)).toHaveText('View: Lobby');
});

test('columns are chosen and ordered by keyboard, outlive the page, and the list is saved with just these', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await viewButton(page).click();
  await page.getByRole('menuitem', { name: 'Choose columns…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns of the queue' });
  await dialog.getByRole('checkbox', { name: 'Scenario' }).check();
  for (const hidden of ['Statuses', 'Changed', 'User', 'Next step']) {
    await dialog.getByRole('checkbox', { name: hidden, exact: true }).uncheck();
  }
  await dialog.getByRole('button', { name: 'Move Group tag up' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Move Group tag up' })).toBeFocused();
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'queue-columns');
  await dialog.getByRole('button', { name: 'Show columns' }).click();
  const heads = page.getByRole('columnheader').filter({ hasText: /\w/ });
  const shown = ['Serial number', 'Group tag', 'Model', 'Scenario'];
  await expect(heads).toHaveText(shown);
  await page.reload();
  await expect(heads).toHaveText(shown);

  await page.getByRole('searchbox', { name: /Search serial/ }).fill(first);
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await viewButton(page).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save the list as CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFFSerial number,Group tag,Model,Scenario');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(first);
});

test('no row moves while the pointer is among them: the changes wait, and are told', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const rows = page.getByRole('row');
  await page.getByRole('button', { name: 'Serial number' }).click();
  await rows.nth(2).hover();
  const before = (await rows.nth(2).textContent()) ?? '';
  // The first of the list comes off the queue, as another bench would do it.
  const { tenants } = await callProgram(page, 'tenants.list', {});
  const { devices } = await callProgram(page, 'devices.list', {
    tenantId: tenants[0]?.id,
    sort: 'serialNumber',
    descending: false,
  });
  await callProgram(page, 'devices.takeOff', { ids: devices.slice(0, 1).map(({ id }) => id) });
  const changes = page.getByRole('button', { name: '1 change: show' });
  await expect(changes).toBeVisible();
  await expect(rows.nth(2)).toHaveText(before);
  await expectAccessible(page);
  await changes.click();
  await expect(rows.nth(1)).toHaveText(before);
  await expect(changes).toHaveCount(0);
});

test('the bar leads with what brings the selection further', async ({ reseal: { page } }) => {
  await fillQueue(page);
  for (const serialNumber of [first, second]) {
    await page.getByRole('checkbox', { name: `Select ${serialNumber}` }).click();
  }
  const bar = page.getByRole('toolbar', { name: 'Acts on the selection' });
  await expect(bar.getByRole('button').first()).toHaveText('Register');
  await expectAccessible(page);
});
