import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { fillQueue } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

test('a customer’s consent is asked for, holds the registration, and lets it go once it is verified', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByRole('button', { name: 'Consent of the customer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('not needed', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Consent is needed' }).click();
  await dialog.getByRole('textbox', { name: 'The link for the customer' }).fill('https://example.com/consent');
  await expect(dialog.getByRole('textbox', { name: 'Mail to copy' })).toHaveValue(
    /Open this link: https:\/\/example\.com\/consent/,
  );
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'consent');
  await dialog.getByRole('button', { name: 'The link is sent' }).click();
  await expect(dialog.getByText('link sent', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Select everything that matches' }).click();
  await page
    .getByRole('button', { name: /^Register/ })
    .first()
    .click();
  await expect(page.getByText(/The consent of its customer is not verified\./).first()).toBeVisible();

  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByRole('button', { name: 'Consent of the customer' }).click();
  await dialog.getByRole('button', { name: 'Verified: the customer is listed' }).click();
  await expect(dialog.getByText('verified', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
});
