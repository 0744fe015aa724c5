import { DEVICES, IMPORTED, importBody } from '../../rigs/practiceGraph.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, picture } from '../support/look.ts';
import { expect, test, type Reseal } from '../support/resealTest.ts';

const serialNumbers = ['HOLDS01', 'HOLDS02', 'HOLDS03'];

/** Devices of the tenant that the queue has taken in, by their ZTDIDs. */
async function takenIn({ page, practice }: Reseal): Promise<{ readonly tenantId: string; readonly ztdIds: string[] }> {
  const { id: tenantId } = await callProgram(page, 'tenants.addPractice', {});
  const headers = { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' };
  const body = importBody(serialNumbers.map((serialNumber) => ({ serialNumber, groupTag: 'SALES-1' })));
  await fetch(`${practice.url}${IMPORTED}/import`, { method: 'POST', headers, body: JSON.stringify(body) });
  await expect
    .poll(async () => (await (await fetch(practice.url + DEVICES, { headers })).text()).split('SALES-1').length - 1, {
      timeout: 60_000,
    })
    .toBeGreaterThanOrEqual(serialNumbers.length);
  await callProgram(page, 'tracking.refresh', { tenantId, depth: 'list' });
  const { rows } = await callProgram(page, 'devices.inTenant', { tenantId });
  const ztdIds = rows.map(({ ztdId }) => ztdId);
  await callProgram(page, 'devices.adopt', { tenantId, ztdIds });
  return { tenantId, ztdIds };
}

/** An administrator edits devices in Intune, and the tenant is read again. */
async function editInPortal({ page, practice }: Reseal, tenantId: string, ztdIds: readonly string[], groupTag: string) {
  const headers = { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' };
  for (const ztdId of ztdIds) {
    const url = `${practice.url}/practice/devices/${ztdId}/portal-edit`;
    const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ groupTag }) });
    expect(status).toBe(200);
  }
  await callProgram(page, 'tracking.refresh', { tenantId, depth: 'full' });
}

test('portal edits of several devices are shown, taken and overruled in bulk, and one by one', async ({ reseal }) => {
  const { page } = reseal;
  const { tenantId, ztdIds } = await takenIn(reseal);
  await editInPortal(reseal, tenantId, ztdIds.slice(0, 2), 'SALES-2');
  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Devices' });
  await page.getByRole('button', { name: 'Differs from Microsoft' }).click();
  await expect(page.getByText('2 of 3')).toBeVisible();
  await expect(grid.getByText('SALES-2')).toHaveCount(2);
  await expect(grid.getByRole('img', { name: /^Microsoft: SALES-2, ours: SALES-1, changed elsewhere/ })).toHaveCount(2);
  await expectAccessible(page);
  await picture(page, 'queue-differs');

  await grid.getByRole('row').nth(1).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Take theirs' }).click();
  const take = page.getByRole('dialog', { name: 'Take what Microsoft holds?' });
  await expect(take).toContainText('2 devices differ:');
  await expect(take.getByRole('checkbox', { name: 'Group tag of 2 devices' })).toBeChecked();
  await expectAccessible(page);
  await picture(page, 'take-theirs');
  await take.getByRole('button', { name: 'Take theirs' }).click();
  // The pointer is among the rows: they stay until somebody says so.
  await page.getByRole('button', { name: '2 changes: show' }).click();
  await expect(page.getByText('No device matches these filters.')).toBeVisible();

  await editInPortal(reseal, tenantId, ztdIds, '');
  await expect(page.getByText(/^3 devices$/)).toBeVisible();
  await grid.getByRole('row').nth(1).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Send ours' }).click();
  const send = page.getByRole('dialog', { name: 'Send what is wished here?' });
  await expect(send).toContainText('3 devices differ:');
  await send.getByRole('button', { name: 'Send ours' }).click();
  await page.getByRole('button', { name: '3 changes: show' }).click();
  await expect(page.getByText('No device matches these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(grid.getByText('SALES-2')).toHaveCount(2, { timeout: 60_000 });
  await expect(grid.getByText('SALES-1')).toHaveCount(1, { timeout: 60_000 });

  await editInPortal(reseal, tenantId, ztdIds.slice(0, 1), 'SALES-3');
  const edited = grid.getByRole('row').filter({ hasText: 'SALES-3' });
  // From the focus on no row moves; the reading before it may still bring a new order.
  await expect(async () => {
    await edited.focus();
    await expect(edited).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  const difference = page.getByRole('group', { name: 'Group tag' });
  await expect(difference).toContainText('Microsoft: SALES-3, ours: SALES-2, changed elsewhere');
  await expectAccessible(page);
  await picture(page, 'device-differs');
  await difference.getByRole('button', { name: 'Take theirs' }).click();
  await expect(difference).toHaveCount(0);
  await expect(page.locator('header[aria-label="Whose device, and for whom"]')).toContainText('SALES-3');
});
