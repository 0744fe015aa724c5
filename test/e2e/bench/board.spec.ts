import type { Page } from '@playwright/test';
import { makeBenchQueue, runningSerial } from '../support/benchQueue.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, expectLargeTargets, expectNothingCutOff, lookAtIt } from '../support/look.ts';
import { goToBench } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

function part(page: Page, name: string) {
  return page.getByRole('region', { name });
}

const rowsOf = (page: Page) => part(page, 'Running').getByRole('link');

/** Nothing on the page scrolls, and every row is whole within its list. */
async function expectAllInSight(page: Page): Promise<void> {
  const overflow = await page.evaluate(() =>
    [...document.querySelectorAll('html, main, section ul')].map(
      ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight,
    ),
  );
  expect(Math.max(...overflow), 'pixels that do not fit').toBeLessThanOrEqual(0);
  await expectNothingCutOff(page, { tables: true });
}

test('ten running devices fit the smallest window, the most urgent first', async ({ dataFolder, openReseal }) => {
  makeBenchQueue(dataFolder, 10);
  const { page, problems, close } = await openReseal();
  await goToBench(page);
  await expect(rowsOf(page)).toHaveCount(10);
  await expectAllInSight(page);
  await expect(rowsOf(page).first()).toContainText(/\d+ min over/);
  await expect(rowsOf(page).nth(1)).toContainText('left');
  await expect(rowsOf(page).nth(2)).toContainText('of 60 min');
  await expect(part(page, 'Needs a look').getByRole('listitem')).toHaveText([
    /5CG4120M7P.*0x81036502/,
    /038744375194.*Blocked: virtual machine/,
    /PFT9G3FP.*User must sign in by/,
  ]);
  await expectLargeTargets(page);
  await expectAccessible(page);
  await lookAtIt(page, 'bench-10');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });

  // A time steps, and the row opens its device.
  const time = rowsOf(page).last();
  const before = await time.innerText();
  await expect(time).not.toHaveText(before);
  await rowsOf(page).first().click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(runningSerial(1)) })).toBeAttached();
  await close();
  expect(problems).toEqual([]);
});

test.describe('on a large screen', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('twenty running devices stand in one line each, without scrolling', async ({ dataFolder, openReseal }) => {
    makeBenchQueue(dataFolder, 20);
    const { page, close } = await openReseal();
    await goToBench(page);
    await expect(rowsOf(page)).toHaveCount(20);
    await expectAllInSight(page);
    await expectAccessible(page);
    await lookAtIt(page, 'bench-20');
    await close();
  });

  test('ten running devices are large', async ({ dataFolder, openReseal }) => {
    makeBenchQueue(dataFolder, 10);
    const { page, close } = await openReseal();
    await goToBench(page);
    await expect(rowsOf(page)).toHaveCount(10);
    await expectAllInSight(page);
    await lookAtIt(page, 'bench-10');
    await close();
  });
});

test('rows change places only while nobody is in the board', async ({ dataFolder, openReseal }) => {
  makeBenchQueue(dataFolder, 5);
  const { page, close } = await openReseal();
  await goToBench(page);
  await expect(rowsOf(page).first()).toContainText(runningSerial(1));
  await rowsOf(page).last().focus();
  // The tenant's longest time makes the overdue one the only row that could move; a failure takes it away.
  const { devices } = await callProgram(page, 'devices.list', { search: runningSerial(1) });
  const [first] = devices;
  await callProgram(page, 'bench.record', { deviceId: first?.id ?? '', step: 'failure' });
  await expect(rowsOf(page)).toHaveCount(4);
  await expect(rowsOf(page).last()).toBeFocused();
  await close();
});
