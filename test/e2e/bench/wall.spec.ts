import { makeBenchQueue, runningSerial } from '../support/benchQueue.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectNothingCutOff, lookAtIt } from '../support/look.ts';
import { goToBench } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

test('the wall has the board alone, with nothing to press, and says when it lost its connection', async ({
  dataFolder,
  openReseal,
  door,
}) => {
  makeBenchQueue(dataFolder, 10);
  const { page, close } = await openReseal();
  await callProgram(page, 'settings.write', { benchName: 'Bench 3' });
  await goToBench(page);
  await page.getByRole('link', { name: 'Wall view' }).click();
  await expect(page.getByText(runningSerial(1))).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(16);
  await expect(page.getByText(/\d+ min over/)).toBeVisible();
  await expect(page.getByText('Failed, shelf 32')).toBeVisible();
  await expect(page.getByText('Contoso Nord')).toBeVisible();
  await expect(page.getByRole('link').or(page.getByRole('button'))).toHaveCount(0);
  await expectNothingCutOff(page, { tables: true });
  await lookAtIt(page, 'wall');

  // It comes back after the page was started anew, and tells of a lost connection.
  await page.reload();
  await expect(page.getByText(runningSerial(1))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Wall view' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Failed, shelf 32')).toBeVisible();
  if (door === 'loopback') {
    await page.route('**/events', (route) => route.abort());
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('as of');
    await expect(page.getByText(runningSerial(1))).toBeVisible();
    await lookAtIt(page, 'wall-lost');
    await page.unroute('**/events');
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await close();
});

test('an address with ?wall opens the wall', async ({ dataFolder, openReseal, door }) => {
  test.skip(door !== 'loopback', 'The window has no address that somebody types.');
  makeBenchQueue(dataFolder, 3);
  const { page, close } = await openReseal();
  await page.goto(`${new URL(page.url()).origin}/?wall`);
  await expect(page.getByText(runningSerial(1))).toBeVisible();
  await expect(page.getByRole('link').or(page.getByRole('button'))).toHaveCount(0);
  await close();
});

test('more rows than a wall has room for have their turn, without anybody', async ({ dataFolder, openReseal }) => {
  makeBenchQueue(dataFolder, 24);
  const { page, close } = await openReseal();
  await goToBench(page);
  await page.getByRole('link', { name: 'Wall view' }).click();
  const parts = /^(1 to 1\d|1\d to 24)$/;
  await expect(page.getByText(parts)).toBeVisible();
  // The most urgent and the last one, each on its page.
  await expect(page.getByText(runningSerial(1))).toBeVisible();
  await expect(page.getByText(runningSerial(24))).toHaveCount(0);
  await lookAtIt(page, 'wall-pages');
  await expect(page.getByText(runningSerial(24))).toBeVisible();
  await expect(page.getByText(runningSerial(1))).toHaveCount(0);
  await expectNothingCutOff(page, { tables: true });
  await close();
});
