import { startLabelPrinter } from '../support/labelPrinter.ts';
import { lookAtIt } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { fillQueue } from '../support/practiceQueue.ts';

test('a test label says whether the printer of the settings prints', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  const button = page.getByRole('button', { name: 'Print a test label' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');

  const printer = await startLabelPrinter();
  await page.getByRole('textbox', { name: 'Address of a label printer that reads ZPL' }).fill(printer.host);
  await page.keyboard.press('Enter');
  await page.getByRole('spinbutton', { name: 'Port' }).fill(String(printer.port));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('spinbutton', { name: 'Port' })).toHaveValue(String(printer.port));
  await button.click();
  await expect(
    page.getByText(`The printer at 127.0.0.1:${printer.port} took a test label.`, { exact: false }),
  ).toBeVisible();
  expect(printer.taken()).toContain('RESEAL-TEST');
  await button.scrollIntoViewIfNeeded();
  await lookAtIt(page, 'test-label');

  printer.end();
  await button.click();
  await expect(page.getByText(`The label printer at 127.0.0.1:${printer.port} does not answer.`)).toBeVisible();
  await expect(page.getByText('took a test label', { exact: false })).toHaveCount(0);
});
