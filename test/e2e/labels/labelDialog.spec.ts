import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readPdf } from '../../rigs/readPdf.ts';
import { callProgram } from '../support/callProgram.ts';
import { focusByTab } from '../support/keyboard.ts';
import { startLabelPrinter } from '../support/labelPrinter.ts';
import { expectLargeTargets, lookAtIt } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;
const open = (page: Page): Promise<void> => page.getByRole('button', { name: 'Label', exact: true }).click();
const preview = (page: Page): Locator => page.getByRole('img', { name: /^Label with/ });

async function openOfDevice(page: Page): Promise<Locator> {
  await scan(page, serialNumber);
  await open(page);
  const dialog = page.getByRole('dialog', { name: `Label of ${serialNumber}` });
  await expect(preview(page)).toBeVisible();
  return dialog;
}

async function openOfSelection(page: Page): Promise<Locator> {
  await page.getByRole('checkbox', { name: 'Select everything that matches' }).click();
  await page.getByRole('button', { name: 'Labels', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Labels of \d+ devices$/ });
  await expect(preview(page)).toBeVisible();
  return dialog;
}

async function saved(page: Page, button: Locator): Promise<{ readonly name: string; readonly content: Buffer }> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** The picture of the label as text: what the paper is drawn from, too. */
async function shown(page: Page): Promise<string> {
  const source = (await preview(page).getAttribute('src')) ?? '';
  return Buffer.from(source.split(',')[1] ?? '', 'base64').toString('utf8');
}

test('a label is made with the choices that are shown, and the next one begins with them', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const dialog = await openOfDevice(page);
  await lookAtIt(page, 'label-dialog');
  await expectLargeTargets(page);
  expect(await shown(page)).toContain('width="62mm" height="29mm"');

  await dialog.getByRole('combobox', { name: 'Labels in the printer' }).selectOption({ label: '99014, 101 × 54 mm' });
  await expect.poll(() => shown(page)).toContain('width="101mm" height="54mm"');
  await dialog.getByRole('radio', { name: 'QR code', exact: true }).check();
  await dialog.getByRole('checkbox', { name: 'Model', exact: true }).uncheck();
  await dialog.getByRole('radio', { name: 'ZPL as text' }).check();
  await dialog.getByRole('radio', { name: '300 dots per inch' }).check();
  await expect(dialog.getByText('101 × 54 mm', { exact: true })).toBeVisible();
  const zpl = await saved(page, dialog.getByRole('button', { name: 'Save as ZPL' }));
  expect(zpl.name).toBe(`${serialNumber}-label.zpl`);
  expect(zpl.content.toString('utf8')).toMatch(/\^PW1193\n[^]*\^BQN/);
  expect(zpl.content.toString('utf8')).not.toContain('^BCN');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('1 label saved.')).toBeVisible();

  await open(page);
  await expect(dialog.getByRole('radio', { name: '300 dots per inch' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Model', exact: true })).not.toBeChecked();
  await expect(dialog.getByRole('combobox', { name: 'Labels in the printer' })).toHaveValue('Dymo 99014');
  await dialog.getByRole('radio', { name: 'PNG picture' }).check();
  const png = await saved(page, dialog.getByRole('button', { name: 'Save as PNG' }));
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
});

test('an own size is drawn as it is entered', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const dialog = await openOfDevice(page);
  await dialog.getByRole('combobox', { name: 'Labels in the printer' }).selectOption({ label: 'Own size…' });
  await dialog.getByRole('spinbutton', { name: 'Width in mm' }).fill('80');
  await dialog.getByRole('spinbutton', { name: 'Height in mm' }).fill('20');
  await page.keyboard.press('Tab');
  await expect.poll(() => shown(page)).toContain('width="80mm" height="20mm"');
  await lookAtIt(page, 'label-dialog-own-size');
});

test('a sheet of labels that was begun goes on with its first free label', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const dialog = await openOfSelection(page);
  await dialog.getByRole('combobox', { name: 'Labels in the printer' }).selectOption('L7160');
  await dialog.getByRole('spinbutton', { name: 'First free label' }).fill('5');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText(/^Labels 5 to \d+ of the sheet’s 21\.$/)).toBeVisible();
  await lookAtIt(page, 'label-dialog-sheet');
  const { content } = await saved(page, dialog.getByRole('button', { name: 'Save as PDF' }));
  const pdf = readPdf(content);
  expect(pdf.pages).toBe(1);
  expect(pdf.sizes.map(([width, height]) => [Math.round(width), Math.round(height)])).toEqual([[595, 842]]);
});

test('a box has one label, with the number of its devices', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const dialog = await openOfSelection(page);
  await dialog.getByRole('radio', { name: 'Each box' }).check();
  await expect(page.getByRole('img', { name: /^Label with the name of the first box/ })).toBeVisible();
  await expect.poll(() => shown(page)).toMatch(/>\d+ devices</);
  await lookAtIt(page, 'label-dialog-box');
  const { name, content } = await saved(page, dialog.getByRole('button', { name: 'Save as PDF' }));
  expect(name).toMatch(/-box-label\.pdf$/);
  expect(readPdf(content).pages).toBe(1);
});

test('shelves have labels, those alone that are ticked', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await callProgram(page, 'settings.write', { shelves: ['1', '2', 'A1'] });
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Make labels of shelves' }).click();
  const dialog = page.getByRole('dialog', { name: 'Labels of shelves' });
  await expect(page.getByRole('img', { name: /^Label with the name of shelf 1/ })).toBeVisible();
  await dialog.getByRole('checkbox', { name: '1', exact: true }).uncheck();
  await expect(page.getByRole('img', { name: /^Label with the name of shelf 2/ })).toBeVisible();
  await expect(dialog.getByText('The first of 2 labels', { exact: false })).toBeVisible();
  await lookAtIt(page, 'label-dialog-shelves');
  const { content } = await saved(page, dialog.getByRole('button', { name: 'Save as PDF' }));
  expect(readPdf(content).pages).toBe(2);
});

test('labels go to the printer of the settings by the keyboard alone, and what it does not take is said', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const dialog = await openOfDevice(page);
  await expect(dialog.getByRole('button', { name: 'Save as PDF' })).toBeFocused();
  await dialog.getByRole('radio', { name: 'Print on the label printer' }).check();
  await expect(dialog.getByText('No label printer is set.', { exact: false })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Print', exact: true })).toHaveAttribute('aria-disabled', 'true');

  const printer = await startLabelPrinter();
  await callProgram(page, 'settings.write', { printerHost: printer.host, printerPort: printer.port });
  await expect(dialog.getByText(`127.0.0.1:${printer.port}`, { exact: false })).toBeVisible();
  await focusByTab(page, dialog.getByRole('button', { name: 'Print', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(`1 label sent to the printer at 127.0.0.1:${printer.port}.`)).toBeVisible();
  await expect(dialog).toHaveCount(0);
  expect(printer.taken()).toContain(serialNumber);

  printer.end();
  await expect(page.getByRole('button', { name: 'Label', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Print', exact: true })).toBeFocused();
  await expect(preview(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('does not answer', { exact: false })).toBeVisible();
  await lookAtIt(page, 'label-dialog-no-answer');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
