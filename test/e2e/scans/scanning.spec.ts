import QRCode from 'qrcode';
import { expectAccessible } from '../support/look.ts';
import { fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

test('a scan opens the device from any page, whatever has the focus, and presses no key of the page', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  for (const place of ['Bench', 'Queue', 'Settings']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await scan(page, first);
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
    await expect(page.getByRole('region', { name: 'Answer to the scan' })).toContainText('Found');
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
  await expect(answer).toContainText('Found');
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
