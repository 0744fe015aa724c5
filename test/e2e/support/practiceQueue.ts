import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { LONGEST_GAP_MS } from '../../../src/renderer/features/scan/scanBurst.ts';

const sample = join(projectRoot, 'resources', 'samples', 'AutopilotHWID.csv');
/** Two devices of the sample that are fit for pre-provisioning. */
export const serialNumbers = ['5CGTJJZV73', 'PFT9G3FP'] as const;

/** Practises with the pretend tenant, and puts the devices of one sample into the queue. */
export async function fillQueue(page: Page, { register = false } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Practise with a pretend tenant' }).click();
  await page.locator('input[type=file]').first().setInputFiles(sample);
  await page.getByRole('button', { name: /Put \d+ devices into the queue/ }).click();
  const registerAll = page.getByRole('button', { name: /Register these \d+/ });
  await expect(registerAll).toBeVisible();
  if (register) await registerAll.click();
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByRole('grid', { name: 'Devices' })).toBeVisible();
}

/** Types as a hand scanner does: all characters and Enter within a few milliseconds, wherever the focus is. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate(
    (keys) => {
      for (const key of keys) {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      }
    },
    [...Array.from(code), 'Enter'],
  );
}

/** Presses Enter as the person does who has scanned: later than a scanner could send a second one. */
export async function pressEnterAfterScan(page: Page): Promise<void> {
  const now = () => page.evaluate(() => performance.now());
  const scannedBefore = await now();
  await expect.poll(now).toBeGreaterThan(scannedBefore + LONGEST_GAP_MS);
  await page.keyboard.press('Enter');
}
