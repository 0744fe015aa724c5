import type { Page } from '@playwright/test';
import { makeBenchQueue, runningSerial } from '../support/benchQueue.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets, expectNothingCutOff, lookAtIt, sizes } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';

async function finish(page: Page, number: number, errorCode: string | null): Promise<void> {
  const { devices } = await callProgram(page, 'devices.list', { search: runningSerial(number) });
  const deviceId = devices[0]?.id ?? '';
  if (errorCode === null) await callProgram(page, 'bench.record', { deviceId, step: 'success' });
  else await callProgram(page, 'bench.record', { deviceId, step: 'failure', errorCode });
}

test('the lead sees what was done, why it failed and what is left, and each number leads to its list', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 10);
  const { page, close } = await openReseal();
  await callProgram(page, 'settings.write', { technicianInitials: 'JB' });
  for (const number of [1, 2, 3]) await finish(page, number, null);
  await callProgram(page, 'settings.write', { technicianInitials: 'MK' });
  await finish(page, 4, '0x800705b4');
  await finish(page, 5, '0x81039001');
  await page.keyboard.press('6');
  await expect(page.getByRole('heading', { level: 1, name: 'Shift' })).toBeVisible();

  const finished = page.getByRole('region', { name: 'Finished per hour' });
  await expect(finished.getByRole('row', { name: /^Green/i }).last()).toHaveText(/3$/);
  await expect(finished.getByRole('row', { name: /^Failed/i }).last()).toHaveText(/2$/);
  await expect(finished.locator('svg rect').first()).toBeVisible();
  // Each bar stands over its column.
  const middles = async (selector: string) =>
    (
      await finished
        .first()
        .locator(selector)
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
    ).map(({ x, width }) => Math.round(x + width / 2));
  await expect
    .poll(async () => {
      const columns = (await middles('thead th')).slice(1, -1);
      const bars = await middles('svg[role] rect, svg g rect, svg g path[role]');
      return bars.length > 0 && bars.every((bar) => columns.some((column) => Math.abs(column - bar) <= 2));
    })
    .toBe(true);
  // Twice, as what grows by its own size does so step by step.
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.setViewportSize({ width: 1280, height: 800 });
  // The card; the chart in it is called the same.
  expect((await finished.first().boundingBox())?.height).toBeLessThan(560);
  await expect(page.getByRole('region', { name: 'Why it failed' }).getByRole('row', { name: /Timeout/ })).toHaveText(
    'Timeout0x800705b41',
  );
  await expect(page.getByRole('region', { name: 'By whom' }).getByRole('row', { name: /^MK/ })).toHaveText('MK00200');
  for (const size of sizes) {
    await page.setViewportSize(size);
    await lookAtIt(page, 'shift');
    await expectNothingCutOff(page, { tables: true });
  }
  await expectLargeTargets(page);

  await page.getByRole('button', { name: 'Yesterday' }).click();
  await expect(page.getByText('No technician flow was finished in this time.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'From and to…' }).click();
  await page.getByLabel('From', { exact: true }).fill('2026-11-17T14:00');
  await page.getByLabel('To', { exact: true }).fill('2026-11-17T06:00');
  await expect(page.getByText('The end must come after the beginning, by a year at most.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Today' }).click();
  await page.getByRole('link', { name: 'To reseal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible();
  await close();
});

test('a shift leaves a note to the next, its table, its page to sign, and a report of its devices', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 4);
  const { page, close } = await openReseal();
  await callProgram(page, 'settings.write', { technicianInitials: 'JB' });
  await finish(page, 1, null);
  await page.keyboard.press('6');
  const notes = page.getByRole('region', { name: 'Notes to the next shift' });
  await expect(notes.getByText('No note was written in this time.')).toBeVisible();
  await notes
    .getByRole('textbox', { name: 'A new note, signed JB' })
    .fill('Cable of shelf 13 is broken, do not use it.');
  await page.keyboard.press('Enter');
  await expect(notes.getByRole('listitem')).toHaveText(/Cable of shelf 13 is broken, do not use it\. JB/);
  await notes.getByRole('button', { name: 'Earlier notes' }).click();
  await expect(notes.getByText('There are no earlier notes.')).toBeVisible();
  await lookAtIt(page, 'shift-notes');
  await expectLargeTargets(page);

  const table = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await table).suggestedFilename()).toMatch(/^shift-.*\.csv$/);
  const paper = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Print one page' }).click();
  await (await paper).close();
  await page.getByRole('button', { name: 'Report for the customer…' }).click();
  const report = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  expect((await report).suggestedFilename()).toMatch(/^report-.*\.pdf$/);
  await page.getByRole('button', { name: 'Yesterday' }).click();
  await expect(notes.getByRole('textbox')).toHaveCount(0);
  await close();
});

test('printed, the place stands alone, with all of it', async ({ dataFolder, openReseal }) => {
  makeBenchQueue(dataFolder, 3);
  const { page, close } = await openReseal();
  await finish(page, 1, null);
  await page.keyboard.press('6');
  await expect(page.getByRole('region', { name: 'Finished per hour' }).getByRole('table')).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('[data-look]')).toHaveAttribute('data-look', 'light');
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print one page' })).toBeHidden();
  const main = page.getByRole('main');
  expect(await main.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  await close();
});

test('a long time that takes long to count says so, and what was shown stays until then', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 3);
  const { page, close } = await openReseal();
  await finish(page, 1, null);
  await page.keyboard.press('6');
  const finished = page.getByRole('region', { name: 'Finished per hour' });
  await expect(finished.getByRole('table')).toBeVisible();
  const held = Promise.withResolvers<undefined>();
  await page.route('**/rpc/shift.summary', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  const counting = page.getByRole('progressbar', { name: 'Counting what was done' });
  await expect(counting).toBeVisible();
  await expect(finished.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await lookAtIt(page, 'shift-counting');
  held.resolve(undefined);
  await expect(page.getByRole('region', { name: 'Finished per day' }).getByRole('table')).toBeVisible();
  await expect(counting).toBeHidden();
  await close();
});
