import { expect, type Page } from '@playwright/test';

/** Every place of the page by its name, in the order of their keys; Help has none. */
export const places = ['Bench', 'Queue', 'Intake', 'Checklists', 'Activity', 'Shift', 'Customers', 'Settings', 'Help'];

/** Goes to a place and waits until all of it is there. */
export async function goToPlace(page: Page, place: string): Promise<void> {
  const link = page.getByRole('link', { name: place, exact: true });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}
