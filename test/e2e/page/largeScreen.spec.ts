import { makeBenchQueue } from '../support/benchQueue.ts';
import { expectAccessible, expectNothingCutOff, picture } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';

test.use({ viewport: { width: 3840, height: 2160 } });

test('every place fills the largest screen without a fault, and nothing is cut off', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 20);
  const { page, problems, close } = await openReseal();
  for (const place of [
    'Bench',
    'Queue',
    'Intake',
    'Checklists',
    'Activity',
    'Shift',
    'Customers',
    'Settings',
    'Help',
  ]) {
    const link = page.getByRole('link', { name: place, exact: true });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNothingCutOff(page, { tables: true });
    await picture(page, `${place.toLowerCase()}-3840`);
  }
  await close();
  expect(problems).toEqual([]);
});
