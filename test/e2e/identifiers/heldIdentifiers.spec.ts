import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, picture } from '../support/look.ts';
import { fillQueue, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

test('the corporate identifiers of a tenant are listed, and exactly the chosen one is removed', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const { devices } = await callProgram(page, 'devices.list', { tenantId: await tenantIdOf() });
  const wanted = devices.filter(({ serialNumber }) => serialNumber === first || serialNumber === second);
  await callProgram(page, 'identifiers.upload', { deviceIds: wanted.map(({ id }) => id) });
  await expect
    .poll(async () => (await callProgram(page, 'jobs.status', {})).jobs.done, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(2);

  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Corporate identifiers', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Corporate identifiers of Practice tenant' });
  await expect(dialog).toContainText('has not been read yet');
  await dialog.getByRole('button', { name: 'Read from Microsoft' }).click();
  await expect(dialog.getByRole('status')).toContainText('2 corporate identifiers');
  await expect(dialog.getByRole('grid', { name: 'Corporate identifiers' })).toContainText('not contacted yet');
  const everything = dialog.getByRole('checkbox', { name: 'Select everything that matches' });
  await everything.click();
  await expect(dialog.getByRole('button', { name: 'Remove 2 corporate identifiers…' })).toBeEnabled();
  await everything.click();
  await dialog.getByRole('searchbox', { name: 'Search serial number' }).fill(second.slice(2, 6));
  await expect(dialog.getByRole('status')).toContainText('1 corporate identifier');
  await dialog.getByRole('checkbox', { name: `Select ${second}` }).click();
  await expectAccessible(page);
  await picture(page, 'dialog-identifiers');

  await dialog.getByRole('button', { name: 'Remove 1 corporate identifier…' }).click();
  const question = page.getByRole('dialog', { name: 'Remove 1 corporate identifier?' });
  await expect(question.getByRole('list', { name: 'What is removed' })).toContainText(second);
  const remove = question.getByRole('button', { name: 'Remove 1 corporate identifier' });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await question.getByRole('textbox', { name: `Type ${second} to confirm` }).fill(second);
  await expectAccessible(page);
  await picture(page, 'dialog-identifiers-remove');
  await remove.click();
  await expect(dialog.getByRole('searchbox', { name: 'Search serial number' })).toBeVisible();
  await dialog.getByRole('searchbox', { name: 'Search serial number' }).fill('');
  await expect(dialog.getByRole('status')).toContainText('1 corporate identifier', { timeout: 30_000 });
  await expect(dialog.getByRole('grid')).toContainText(first);
  await expect(dialog.getByRole('grid')).not.toContainText(second);

  async function tenantIdOf(): Promise<string> {
    const { tenants } = await callProgram(page, 'tenants.list', {});
    return tenants[0]?.id ?? '';
  }
});
