import { focusByTab, pressByTab } from '../support/keyboard.ts';
import { answerOn, fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { places } from '../support/places.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;

test('with the keyboard alone a user is assigned, a label is looked at, and a checklist is worked through', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await scan(page, serialNumber);
  await expect(answerOn(page).getByRole('button', { name: 'Register' })).toBeFocused();

  await pressByTab(page, page.getByRole('button', { name: 'More acts' }));
  await expect(page.getByRole('menuitem', { name: 'Assign user' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Assign a user' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('ada');
  await focusByTab(page, dialog.getByRole('radio', { name: /Ada/ }));
  await page.keyboard.press('Space');
  await pressByTab(page, dialog.getByRole('button', { name: 'Assign' }));
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More acts' })).toBeFocused();

  await pressByTab(page, page.getByRole('button', { name: 'Label' }));
  await expect(page.getByRole('img', { name: /^Label with/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Label' })).toBeFocused();

  await pressByTab(page, page.getByRole('button', { name: 'Start a checklist' }));
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const step = page.getByRole('checkbox', { name: /The device is sent to Windows Autopilot/ });
  await focusByTab(page, step);
  await page.keyboard.press('Space');
  await expect(step).toBeChecked();
});

test('with the keyboard alone every place is reached, and every key is found', async ({ reseal: { page } }) => {
  await fillQueue(page);
  for (const [index, place] of places.slice(0, 8).entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(page.getByRole('link', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
  await page.keyboard.press('9');
  await expect(page.getByRole('link', { name: 'Help', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('searchbox', { name: 'Error code, event or words' })).toBeFocused();
  await focusByTab(page, page.getByRole('link', { name: 'Settings', exact: true }));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(page.getByRole('textbox', { name: /Scan/ })).toBeFocused();
});
