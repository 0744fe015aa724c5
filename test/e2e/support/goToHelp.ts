import type { Page } from '@playwright/test';
import { expect } from './resealTest.ts';

/** Opens Help once the page has found its own first place, which it would go to otherwise. */
export async function goToHelp(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await expect(page.getByRole('searchbox', { name: 'Error code, event or words' })).toBeVisible();
}
