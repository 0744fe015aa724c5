import type { Page } from '@playwright/test';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets } from '../support/look.ts';
import { answerOn, fillQueue, goToBench, pressEnterAfterScan, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

function list(page: Page, name: string) {
  return page.getByRole('region', { name });
}

/** Scans a device once its next step is the one that is waited for: then Enter belongs to the answer. */
async function scanAt(page: Page, serialNumber: string, step: string): Promise<void> {
  await scan(page, serialNumber);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(serialNumber) })).toBeAttached();
  await expect(answerOn(page).getByRole('button', { name: step, exact: true })).toBeFocused();
}

test('a scanner and the Enter key alone take a device from its start to its box', async ({ reseal: { page } }) => {
  await fillQueue(page, { register: true });
  await scanAt(page, first, 'Start');
  await pressEnterAfterScan(page);
  await expect(page.getByRole('listitem', { name: `${first}: start recorded` })).toContainText(`Started ${first}`);
  await expect(page.getByRole('button', { name: 'It turned green' })).toBeVisible();
  // Enter has done its part: what comes next waits for another scan.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // A running device gives Enter nothing to press.
  await scan(page, first);
  await expect(answerOn(page)).toContainText(`Running ${first}`);
  await pressEnterAfterScan(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Record success' })).toBeFocused();
  await page.keyboard.press('Enter');
  await scanAt(page, first, 'It is resealed');
  await pressEnterAfterScan(page);
  await scanAt(page, first, 'It is shipped');
  await pressEnterAfterScan(page);
  await expect(page.getByRole('heading', { name: 'Wait for user flow' })).toBeVisible();
});

test('equal records are told together and taken back together, with their button or Ctrl+Z', async ({
  reseal: { page },
}) => {
  await fillQueue(page, { register: true });
  await goToBench(page);
  const message = page.getByRole('list', { name: 'Messages' });
  for (const serialNumber of [first, second]) {
    await scan(page, serialNumber);
    await expect(answerOn(page).getByRole('button', { name: 'Start', exact: true })).toBeFocused();
    await pressEnterAfterScan(page);
    await expect(message).toContainText(`Started ${serialNumber}`);
  }
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(message).toContainText(`Taken back ${second}`);
  await expect(list(page, 'Running').getByRole('link', { name: new RegExp(first) })).toBeVisible();
  await expect(list(page, 'Running').getByRole('link', { name: new RegExp(second) })).toHaveCount(0);
});

test('a device that is opened without a scan gives Enter nothing to press', async ({ reseal: { page } }) => {
  await fillQueue(page, { register: true });
  await scanAt(page, first, 'Start');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Queue' }).click();
  await page.getByRole('row', { name: new RegExp(first) }).click();
  await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start technician flow' })).not.toBeFocused();
});

test('a scan while a result is asked for is read, and lands in no field', async ({ reseal: { page } }) => {
  await fillQueue(page, { register: true });
  await scanAt(page, first, 'Start');
  await pressEnterAfterScan(page);
  await page.getByRole('button', { name: 'It turned green' }).click();
  await scan(page, second);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(second) })).toBeAttached();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the bench shows what runs, what needs a look, and what is ready', async ({ reseal: { page } }) => {
  await fillQueue(page, { register: true });
  await scanAt(page, first, 'Start');
  await pressEnterAfterScan(page);
  await scanAt(page, second, 'Start');
  await pressEnterAfterScan(page);
  await page.getByRole('button', { name: 'It turned red' }).click();
  await page.getByRole('button', { name: 'Record failure' }).click();
  await expect(answerOn(page)).toContainText(`Failed ${second}`);
  await expect(answerOn(page).getByRole('textbox', { name: 'Code on the screen, if there is one' })).toBeVisible();

  await goToBench(page);
  await expect(list(page, 'Running').getByRole('link', { name: new RegExp(first) })).toBeVisible();
  await expect(list(page, 'Needs a look').getByRole('link', { name: new RegExp(second) })).toContainText('Failed');
  const toStart = list(page, 'Ready for you').getByRole('link', { name: /start/ });
  await expect(toStart).toContainText('next');
  await expectAccessible(page);
  await expectLargeTargets(page);
  await toStart.press('Enter');
  await expect(page.getByRole('grid', { name: 'Devices' })).toBeVisible();
});

test('an answer and a message cover nothing, and nothing moves when they come: their place is kept', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  const main = page.getByRole('main');
  const before = await main.boundingBox();
  await scan(page, 'ABC123456');
  await expect(answerOn(page)).toContainText('Not in the queue');
  expect(await main.boundingBox()).toEqual(before);
  await page.getByRole('checkbox', { name: `Select ${first}` }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  const message = page.getByRole('listitem', { name: '1 device taken off the queue.' });
  await expect(message).toBeVisible();
  expect(await main.boundingBox()).toEqual(before);
  const box = await message.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(before?.y ?? 0);
  // One at a time: once the message is read, the answer is there again.
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(answerOn(page)).toContainText('Not in the queue');
});

test('a step that comes while the person does something else takes no focus from it', async ({ reseal: { page } }) => {
  await callProgram(page, 'jobs.pause', { paused: true });
  await fillQueue(page, { register: true });
  await scan(page, first);
  await page.getByRole('button', { name: 'More acts' }).click();
  await expect(page.getByRole('menuitem', { name: 'Assign user' })).toBeFocused();
  await callProgram(page, 'jobs.pause', { paused: false });
  await expect(page.getByText('Start technician flow').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Assign a user' })).toBeVisible();
});
