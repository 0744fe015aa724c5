import { expect, type Locator, type Page } from '@playwright/test';

/** Walks with Tab until the control has the focus, as a person without a mouse does. */
export async function focusByTab(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeEnabled();
  const passed: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    passed.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? ''));
  }
  throw new Error(`Tab never reached the control. It came past:\n${passed.join('\n')}`);
}

/** Walks to the control, and presses it. */
export async function pressByTab(page: Page, control: Locator): Promise<void> {
  await focusByTab(page, control);
  await page.keyboard.press('Enter');
}
