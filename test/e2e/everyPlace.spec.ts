import { expectAccessible, picture } from './support/look.ts';
import { fillQueue, scan, serialNumbers } from './support/practiceQueue.ts';
import { expect, test } from './support/resealTest.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'high-contrast', colorScheme: 'dark', forcedColors: 'active' },
] as const;
const places = ['Bench', 'Queue', 'Intake', 'Checklists', 'Activity', 'Tenants', 'Settings'];

for (const { name, colorScheme, forcedColors } of looks) {
  for (const viewport of sizes) {
    test.describe(`${name} at ${viewport.width}x${viewport.height}`, () => {
      test.use({ viewport, colorScheme });

      test('every place is accessible, and nothing is cut off at the side', async ({ reseal: { page } }) => {
        await page.emulateMedia({ forcedColors });
        await fillQueue(page, { register: true });
        await scan(page, serialNumbers[0]);
        await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible({ timeout: 60_000 });
        await expectAccessible(page);
        await picture(page, `device-${name}-${viewport.width}`);
        await page.getByRole('button', { name: 'Start technician flow' }).click();
        await expect(page.getByRole('button', { name: 'It turned green' })).toBeVisible();
        for (const place of places) {
          await page.getByRole('link', { name: place, exact: true }).click();
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expect(page.getByRole('progressbar')).toHaveCount(0);
          await expectAccessible(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow, `${place} is wider than the window`).toBeLessThanOrEqual(0);
          await picture(page, `${place.toLowerCase()}-${name}-${viewport.width}`);
        }
      });
    });
  }
}
