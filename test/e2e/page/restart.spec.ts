import { z } from 'zod';
import { preparePage } from '../support/preparePage.ts';
import { startProgram } from '../support/startProgram.ts';
import { expect, test } from '../support/resealTest.ts';

const DOES_NOT_ANSWER = /^Reseal does not answer\./;

test('an open page finds Reseal again after a restart, opens a second window, and takes a pasted address', async ({
  door,
  dataFolder,
  openBrowser,
}) => {
  test.skip(door !== 'loopback', 'The window has no address.');
  const serve = async () => {
    const program = await startProgram(['serve', '--json', '--data-dir', dataFolder]);
    return { program, url: z.object({ url: z.string() }).parse(JSON.parse(program.firstLine)).url };
  };
  const context = await (await openBrowser()).newContext();
  const page = await context.newPage();
  await preparePage(page);
  const first = await serve();
  await page.goto(first.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Lab name').fill('Lab 4');

  await first.program.kill();
  await expect(page.getByText(DOES_NOT_ANSWER)).toBeVisible();
  const second = await serve();
  expect(new URL(second.url).origin).toBe(new URL(first.url).origin);
  expect(second.url).not.toBe(first.url);
  await expect(page.getByText(DOES_NOT_ANSWER)).toBeHidden();
  // It was not loaded anew: what somebody is typing is still there.
  await expect(page.getByLabel('Lab name')).toHaveValue('Lab 4');

  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What are you looking for?' }).fill('another window');
  await page.keyboard.press('Enter');
  await expect((await opened).getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();

  await page.goto(`${second.url.split('#')[0] ?? ''}#token=wrong`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(second.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const stranger = await (await openBrowser()).newContext();
  const tab = await stranger.newPage();
  await tab.goto(`${new URL(second.url).origin}/#token=wrong`);
  await expect(tab.getByText('Reseal does not know this tab.')).toBeVisible();
  await tab.evaluate((address) => void (window.location.href = address), second.url);
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
  await stranger.close();
  await second.program.stop();
});
