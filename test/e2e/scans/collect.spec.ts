import { callProgram } from '../support/callProgram.ts';
import { lookAtIt } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

test('scans go into a selection, a bad one stays until it is put aside, and badges give devices their users', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('button', { name: 'Collect', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Collect' })).toBeVisible();
  const count = page.getByRole('region', { name: 'collected' });
  const list = page.getByRole('list', { name: 'Collected devices' });

  await scan(page, first);
  await expect(count).toContainText('1');
  await expect(count).toContainText(first);
  await scan(page, 'NOBODY77');
  const bad = page.getByRole('list', { name: 'Not added' });
  await expect(bad).toContainText('NOBODY77');
  await scan(page, second);
  await scan(page, second);
  await expect(count).toContainText('Already collected');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(bad).toContainText('NOBODY77');
  await expect(page.getByRole('region', { name: 'Answer to the scan' })).toHaveCount(0);
  await expect(page.getByRole('toolbar', { name: 'Acts on what is collected' })).toContainText('2 collected');
  await lookAtIt(page, 'collect');

  await bad.getByRole('button', { name: 'Put aside' }).click();
  await expect(bad).toHaveCount(0);
  await page.getByRole('button', { name: 'Take back last' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);

  await scan(page, 'ada.lovelace@contoso.example');
  await expect(count).toContainText('For ada.lovelace@contoso.example');
  await scan(page, second);
  await scan(page, 'grace.hopper@contoso.example');
  await expect(list.getByRole('listitem').first()).toContainText('grace.hopper@contoso.example');
  await page.getByRole('button', { name: 'Users of 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What the list changes' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Lines of the list' }).getByRole('row')).toHaveCount(3);
});

test('one act is done on all that is collected, says whom it leaves, and is taken back at once', async ({
  reseal: { page },
}) => {
  await fillQueue(page, { register: true });
  await expect
    .poll(
      async () => {
        const { devices } = await callProgram(page, 'devices.list', { limit: 100 });
        const named = devices.filter(({ serialNumber }) => serialNumber === first || serialNumber === second);
        return named.every(({ nextStep }) => nextStep.code === 'startBench');
      },
      { timeout: 120_000 },
    )
    .toBe(true);
  const { devices } = await callProgram(page, 'devices.list', { search: first });
  await callProgram(page, 'bench.record', { deviceId: devices[0]?.id ?? '', step: 'start' });
  await page.getByRole('button', { name: 'Collect', exact: true }).click();
  await scan(page, first);
  await scan(page, second);
  const bar = page.getByRole('toolbar', { name: 'Acts on what is collected' });
  await expect(bar).toContainText('1 runs already');
  await bar.getByRole('button', { name: 'Start 1' }).click();
  await expect(page.getByText('Start recorded for 1 device.', { exact: false }).last()).toBeVisible();
  await expect(bar).toContainText('2 run already');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bar.getByRole('button', { name: 'Start 1' })).toBeVisible();

  await bar.getByRole('button', { name: 'Checklists' }).click();
  const dialog = page.getByRole('dialog', { name: 'Checklists of 2 devices' });
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('2 checklists started.').last()).toBeVisible();
  const { total } = await callProgram(page, 'checklists.list', {});
  expect(total).toBe(2);
});

test('what was collected is there after the page was loaded anew, without the names of users', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('button', { name: 'Collect', exact: true }).click();
  const list = page.getByRole('list', { name: 'Collected devices' });
  await scan(page, first);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await scan(page, 'ada.lovelace@contoso.example');
  await scan(page, second);
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('ada.lovelace');

  await page.reload();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText(second);
  await expect(page.getByRole('list', { name: 'Not added' })).toContainText(first);
  await expect(page.getByRole('toolbar', { name: 'Acts on what is collected' })).toContainText('2 collected');
});
