import type { Page } from '@playwright/test';
import QRCode from 'qrcode';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets } from '../support/look.ts';
import { fillQueue, goToBench, pressEnterAfterScan, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

async function deviceOf(page: Page, serialNumber: string) {
  const { devices } = await callProgram(page, 'devices.list', { search: serialNumber, limit: 2 });
  const [device] = devices;
  if (device === undefined) throw new Error(`${serialNumber} is not in the queue.`);
  return device;
}

const answerOn = (page: Page) => page.getByRole('region', { name: 'Answer to the scan' });

test('a scan opens the device from any page, whatever has the focus, and presses no key of the page', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  for (const place of ['Activity', 'Queue', 'Settings']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await scan(page, first);
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
    await expect(answerOn(page)).toContainText(`Register it ${first}`);
  }
  await page.getByRole('button', { name: 'Label' }).focus();
  await scan(page, second);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(second) })).toBeAttached();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectAccessible(page);
});

test('a code of no device says what it is and stays in sight until it is closed', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const answer = page.getByRole('region', { name: 'Answer to the scan' });
  await scan(page, 'ABC123456');
  await expect(answer).toContainText('Not in the queue');
  await scan(page, 'https://example.com/a');
  await expect(answer).toContainText('This is a web address');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(answer).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible();
});

test('what is typed into a field stays there', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const search = page.getByRole('searchbox', { name: /Search serial/ });
  await search.focus();
  await page.keyboard.type(first);
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue(first);
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
});

test('a pause inside a scan loses no character and presses no key of the page', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await scan(page, first, { pauseAfter: 1, pauseMs: 200 });
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  await scan(page, first, { pauseAfter: 6, pauseMs: 900 });
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
});

test('a serial number that lost its first character is offered whole, and the choice opens the device', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await scan(page, first.slice(1));
  const answer = page.getByRole('region', { name: 'Answer to the scan' });
  await expect(answer).toContainText(`Did you mean ${first}`);
  await expectAccessible(page);
  await answer.getByRole('button', { name: new RegExp(first) }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
  await expect(answer).toContainText(`Register it ${first}`);
});

test('on the Bench the answer comes above the board, which stays in sight; Enter on what stops a person opens the device', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await goToBench(page);
  const main = page.getByRole('main');
  const before = await main.boundingBox();
  await expect(page.getByText('Scan a device, or its result code.').first()).toBeVisible();
  await scan(page, first);
  const answer = answerOn(page);
  await expect(answer).toContainText(`Register it ${first}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Bench' })).toBeAttached();
  // The place was kept: nothing has moved.
  expect(await main.boundingBox()).toEqual(before);
  await expectAccessible(page);

  const { tenantId } = await deviceOf(page, first);
  const added = { tenantId, serialNumber: 'TYPED001', manufacturer: 'HP', model: 'HP EliteBook 650 G10' };
  await callProgram(page, 'devices.add', { ...added, purpose: 'hash' });
  await scan(page, 'TYPED001');
  await expect(answer).toContainText('Stop TYPED001');
  await expect(answer.getByRole('button', { name: 'See why' })).toBeFocused();
  await expectAccessible(page);
  await pressEnterAfterScan(page);
  await expect(page.getByRole('heading', { level: 1, name: /TYPED001/ })).toBeAttached();
  expect((await deviceOf(page, 'TYPED001')).bench).toBe('notStarted');
});

test('a failed device answers in red, and Enter saves the code of its screen or goes on without', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await goToBench(page);
  for (const serialNumber of [first, second]) {
    const { id: deviceId } = await deviceOf(page, serialNumber);
    await callProgram(page, 'bench.record', { deviceId, step: 'failure', startUnknown: true });
  }
  const answer = answerOn(page);
  const code = answer.getByRole('textbox', { name: 'Code on the screen, if there is one' });
  await scan(page, first);
  await expect(answer).toContainText(`Failed ${first}`);
  await expect(code).toBeFocused();
  await expectAccessible(page);
  await expectLargeTargets(page);
  await page.keyboard.type('81039024', { delay: 120 });
  await page.keyboard.press('Enter');
  await expect(answer).toContainText('0x81039024 recorded');
  await expect(code).toHaveCount(0);
  // A second Enter has nothing to press.
  await pressEnterAfterScan(page);
  expect(await deviceOf(page, first)).toMatchObject({ bench: 'failed', benchError: { code: '0x81039024' } });

  await scan(page, second);
  await expect(code).toBeFocused();
  // A scan in the field is a scan, and no text of it.
  await scan(page, first);
  await expect(answer).toContainText(`Failed ${first}`);
  await scan(page, second);
  await expect(code).toBeFocused();
  await expect(code).toHaveValue('');
  await pressEnterAfterScan(page);
  await expect(code).toHaveCount(0);
  expect(await deviceOf(page, second)).toMatchObject({ bench: 'failed', benchError: { code: null } });
});

test('a scanned badge says who works at this bench, and can be taken back', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await callProgram(page, 'settings.write', { technicianInitials: 'AB' });
  await scan(page, 'RESEAL:TECHNICIAN:JB');
  const answer = answerOn(page);
  await expect(answer).toContainText('Technician JB');
  await expect(answer).toContainText('Before: AB.');
  expect((await callProgram(page, 'settings.read', {})).technicianInitials).toBe('JB');
  // Blue gives Enter nothing to press.
  await expect(answer.getByRole('button', { name: 'Undo' })).not.toBeFocused();
  await expectAccessible(page);
  await answer.getByRole('button', { name: 'Undo' }).click();
  await expect(answer).toHaveCount(0);
  expect((await callProgram(page, 'settings.read', {})).technicianInitials).toBe('AB');
});

test('the camera reads a QR code with nothing fetched from elsewhere', async ({ reseal: { page } }) => {
  await fillQueue(page);
  const { modules } = QRCode.create(first);
  await page.evaluate(showToCamera, { size: modules.size, dark: [...modules.data] });
  await page.getByRole('button', { name: 'Scan with the camera' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
});

test('a computer without a camera says so, and the dialog can be left', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('None', 'NotFoundError'));
  });
  await page.getByRole('button', { name: 'Scan with the camera' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Scan with the camera' });
  await expect(dialog).toContainText('No camera was found.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
});

/** Gives the page a camera that looks at a QR code. */
function showToCamera({ size, dark }: { readonly size: number; readonly dark: readonly number[] }): void {
  const module = 12;
  const margin = 4 * module;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * module + 2 * margin;
  const picture = canvas.getContext('2d');
  if (picture === null) throw new Error('This browser draws nothing.');
  const draw = () => {
    picture.fillStyle = 'white';
    picture.fillRect(0, 0, canvas.width, canvas.height);
    picture.fillStyle = 'black';
    for (const [index, isDark] of dark.entries()) {
      if (isDark === 0) continue;
      picture.fillRect(margin + (index % size) * module, margin + Math.floor(index / size) * module, module, module);
    }
  };
  navigator.mediaDevices.getUserMedia = () => {
    // A captured canvas sends a picture only when it is drawn again.
    setInterval(draw, 50);
    return Promise.resolve(canvas.captureStream());
  };
}
