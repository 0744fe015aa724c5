import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readPdf } from '../../rigs/readPdf.ts';
import { callProgram } from '../support/callProgram.ts';
import { writeDeviceFile } from '../support/deviceFile.ts';
import { answerOn, pressEnterAfterScan, scan } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';
import { chooseAct } from '../support/sampleDevices.ts';
import { chooseFiles } from '../support/samples.ts';
import { connectToPractice, signInWithCode } from '../support/signIn.ts';

const serialNumbers = ['OFL101', 'OFL102', 'OFL103', 'OFL104', 'OFL105', 'OFL106'] as const;
const [atBench] = serialNumbers;
const devices = serialNumbers.map((serialNumber) => ({ serialNumber }));

/** Saves what the button makes. */
async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await press();
  return readFile(await (await download).path());
}

async function chooseAll(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Queue' }).click();
  await page.getByRole('checkbox', { name: 'Select everything that matches' }).click();
  await expect(page.getByText(`${serialNumbers.length} selected`)).toBeVisible();
}

/** Confirms by keyboard what the answer to a scan says is next. */
async function scanAndConfirm(page: Page, step: string): Promise<void> {
  await scan(page, atBench);
  await expect(answerOn(page).getByRole('button', { name: step, exact: true })).toBeFocused();
  await pressEnterAfterScan(page);
}

test('a lab without Microsoft works from an empty folder to the box, and loses nothing when it is connected at last', async ({
  openReseal,
  dataFolder,
  practice,
}) => {
  let opened = await openReseal();
  await opened.page.getByRole('button', { name: 'Begin without Microsoft' }).click();
  await opened.page.getByRole('textbox', { name: 'Name on this bench' }).fill('Lager West');
  await opened.page.getByRole('button', { name: 'Add', exact: true }).click();

  await test.step('hashes go in, and their registration waits', async () => {
    const { page } = opened;
    await chooseFiles(page, await writeDeviceFile(dataFolder, 'offline.csv', devices));
    await page.getByRole('button', { name: 'Put 6 devices into the queue' }).click();
    await page.getByRole('button', { name: /^Register these/ }).click();
    await expect(page.getByText(/6 devices/).first()).toBeVisible();
  });

  await test.step('everybody gets a group tag, a label and a checklist', async () => {
    const { page } = opened;
    await chooseAll(page);
    await page.getByRole('button', { name: 'Set group tag' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set the group tag of 6 devices' });
    await dialog.getByRole('textbox', { name: 'Group tag' }).fill('Depot');
    await dialog.getByRole('button', { name: 'Set tag' }).click();
    await expect(page.getByRole('gridcell', { name: 'Depot' })).toHaveCount(6);
    await page.getByRole('button', { name: 'Labels' }).click();
    const labels = readPdf(await saved(page, () => page.getByRole('button', { name: 'Save as PDF' }).click()));
    expect(labels.pages).toBe(6);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Checklists', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Start/ })
      .click();
  });

  await test.step('a device runs at the bench, on a reason, past a power cut', async () => {
    await scan(opened.page, atBench);
    await expect(opened.page.getByRole('heading', { level: 1, name: new RegExp(atBench) })).toBeVisible();
    await chooseAct(opened.page, 'Start anyway');
    const dialog = opened.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Registered by its maker.');
    await dialog.getByRole('button', { name: 'Start anyway' }).click();
    await expect(opened.page.getByRole('button', { name: 'It turned green' })).toBeVisible();
    await opened.kill();
    opened = await openReseal();
    const { page } = opened;
    // Keys that are pressed before there is a page reach nobody.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await scan(page, atBench);
    await expect(answerOn(page)).toContainText(`Running ${atBench}`);
    await page.keyboard.press('n');
    await expect(page.getByRole('button', { name: 'Record success' })).toBeFocused();
    await page.keyboard.press('Enter');
    await scanAndConfirm(page, 'It is resealed');
    await scanAndConfirm(page, 'It is shipped');
  });

  await test.step('the lab is connected, sees what waits, and lets it go', async () => {
    const { page } = opened;
    await connectToPractice(page, practice.url);
    await page.getByRole('link', { name: 'Customers' }).click();
    const card = page.getByRole('listitem', { name: 'Lager West', exact: true });
    await card.getByRole('button', { name: 'Sign in', exact: true }).click();
    await signInWithCode(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await card.getByRole('button', { name: 'Let it send what waits' }).click();
    await expect(page.getByRole('dialog', { name: 'Send what waits to Lager West?' })).toContainText(
      'Register 6 devices',
    );
    await expect(page.getByRole('region', { name: 'Registered there already' })).toContainText(
      'No device of this queue',
    );
    await page.getByRole('button', { name: /^Send \d+ changes$/ }).click();
  });

  await test.step('all is registered, and what the lab had done before still stands', async () => {
    const { page } = opened;
    const [{ id: tenantId } = { id: '' }] = (await callProgram(page, 'tenants.list', {})).tenants;
    const read = async () => (await callProgram(page, 'devices.list', { tenantId, limit: 100 })).devices;
    await expect
      .poll(async () => (await read()).filter(({ ztdId }) => ztdId !== null).length, { timeout: 120_000 })
      .toBe(serialNumbers.length);
    const after = await read();
    expect(after.map(({ groupTag }) => groupTag)).toEqual(serialNumbers.map(() => 'Depot'));
    const shipped = after.find(({ serialNumber }) => serialNumber === atBench);
    expect([shipped?.bench, shipped?.reseal]).toEqual(['succeeded', 'shipped']);
    await page.getByRole('link', { name: 'Checklists', exact: true }).click();
    await expect(page.getByText('6 checklists')).toBeVisible();
  });
  await opened.close();
});
