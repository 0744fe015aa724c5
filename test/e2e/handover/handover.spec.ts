import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readPdf } from '../../rigs/readPdf.ts';
import { makeBenchQueue } from '../support/benchQueue.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets, lookAtIt, sizes } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { chooseAct } from '../support/sampleDevices.ts';

/** What the button saves. */
async function saved(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

async function chooseAll(page: Page): Promise<void> {
  await page.keyboard.press('2');
  await page.getByRole('checkbox', { name: 'Select everything that matches' }).click();
}

test('what is chosen in the queue goes out with a list for each box, a table, and a report for the customer', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 3);
  const { page, close } = await openReseal();
  await chooseAll(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Hand-over papers…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Hand-over papers of/ });
  for (const size of sizes) {
    await page.setViewportSize(size);
    await lookAtIt(page, 'handover');
  }
  await expectLargeTargets(page);
  const list = await saved(page, dialog.getByRole('button', { name: 'Save' }));
  expect(list.name).toMatch(/^hand-over-.*\.pdf$/);
  expect(readPdf(list.content).pages).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Hand-over papers…' }).click();
  await dialog.getByRole('radio', { name: 'Table (CSV)' }).check();
  const table = await saved(page, dialog.getByRole('button', { name: 'Save' }));
  expect(table.content.toString('utf8')).toContain('Must be used by');

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Report for the customer…' }).click();
  const report = page.getByRole('dialog', { name: /for the customer$/ });
  await expectAccessible(page);
  await expectLargeTargets(page);
  const paper = await saved(page, report.getByRole('button', { name: 'Save' }));
  expect(paper.name).toMatch(/^report-.*\.pdf$/);
  await close();
});

test('the card of a device says whom to call, and one that is not ready says why it has none', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 3);
  const { page, close } = await openReseal();
  const open = async (search: string): Promise<void> => {
    const { devices } = await callProgram(page, 'devices.list', { search });
    await page.evaluate((id) => location.assign(`#/device/${id}`), devices[0]?.id ?? '');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(search);
  };
  await open('5CG4124BHX');
  await chooseAct(page, 'Hand-over papers…');
  const dialog = page.getByRole('dialog', { name: 'Hand-over papers' });
  await expect(dialog.getByRole('radio', { name: 'A card for each user (PDF)' })).toBeChecked();
  await expect(dialog.getByText('Whom users call is not set')).toBeVisible();
  await expectAccessible(page);
  await expectLargeTargets(page);
  await callProgram(page, 'settings.write', { userContact: 'Help desk, 1234' });
  await expect(dialog.getByText('Whom users call is not set')).toBeHidden();
  const card = await saved(page, dialog.getByRole('button', { name: 'Save' }));
  expect(readPdf(card.content).pages).toBe(1);

  await open('5CG4123BHX');
  await chooseAct(page, 'Hand-over papers…');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/It is not resealed yet/)).toBeVisible();
  await close();
});
