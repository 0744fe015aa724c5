import { readFile } from 'node:fs/promises';
import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { chooseFiles, readFiles, samples } from '../support/samples.ts';

/** A table as somebody keeps it by hand: columns of other names in another order. */
async function ownTable() {
  const lines = (await readFile(samples.intune, 'latin1')).split('\r\n').slice(1, 5);
  const rows = lines.map((line, index) => {
    const [serialNumber = '', , hash = ''] = line.split(',');
    return `Shelf ${index};${hash};${serialNumber}`;
  });
  return { name: 'shelves.csv', mimeType: 'text/csv', buffer: Buffer.from(['Shelf;Blob;Box', ...rows].join('\r\n')) };
}

test('a person says once what the columns of an unknown table hold, and Reseal remembers it', async ({
  reseal: { page },
}) => {
  const table = await ownTable();
  await readFiles(page, table);
  await expect(page.getByRole('button', { name: 'No row goes in yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Say what the columns hold' }).click();
  await expect(page.getByRole('combobox', { name: 'What Blob holds' })).toHaveValue('hardwareHash');
  await page.getByRole('combobox', { name: 'What Shelf holds' }).selectOption('Serial number');
  await page.getByRole('combobox', { name: 'What Box holds' }).selectOption('Serial number');
  await expect(page.getByText('Only one column can be the serial number.')).toBeVisible();
  await page.getByRole('combobox', { name: 'What Shelf holds' }).selectOption('Not used');
  await expectAccessible(page);
  await picture(page, 'intake-columns');
  await page.getByRole('button', { name: 'Read it this way' }).click();
  await expect(page.getByRole('button', { name: 'Put 4 devices into the queue' })).toBeVisible();

  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await page.getByRole('button', { name: 'Discard the preview' }).click();
  await chooseFiles(page, table);
  await expect(page.getByRole('button', { name: 'Put 4 devices into the queue' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the columns' })).toBeVisible();
});

test('the columns of an unknown table are said before there is any customer, and count for the files of all', async ({
  reseal: { page },
}) => {
  const table = await ownTable();
  await page.getByRole('link', { name: 'Only check files' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(table);
  await expect(page.getByRole('heading', { level: 1, name: 'Checked' })).toBeVisible();
  await page.getByRole('button', { name: 'Say what the columns hold' }).click();
  await page.getByRole('combobox', { name: 'What Shelf holds' }).selectOption('Not used');
  await page.getByRole('combobox', { name: 'What Box holds' }).selectOption('Serial number');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Read it this way' }).click();
  await expect(page.getByText('4 of 4 rows are good')).toBeVisible();
  await expectLargeTargets(page);
  await picture(page, 'intake-checked-columns');

  await page.getByRole('link', { name: 'Say whose they are' }).click();
  await page.getByRole('button', { name: 'Begin without Microsoft' }).click();
  await page.getByRole('textbox', { name: 'Name on this bench' }).fill('Lager West');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Take them in for Lager West' }).click();
  await expect(page.getByRole('button', { name: 'Put 4 devices into the queue' })).toBeVisible();
});
