import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { LONGEST_GAP_MS } from '../../../src/renderer/features/scans/scanBurst.ts';
import { callProgram } from './callProgram.ts';
import { samples } from './samples.ts';

/** Two devices of the sample that are fit for pre-provisioning. */
export const serialNumbers = ['5CGTJJZV73', 'PFT9G3FP'] as const;

/**
 * Practises with the pretend tenant, puts the devices of a file, or of one sample, into the queue, and shows it. It goes by the program's
 * own door: how a person does it is judged where that is the question.
 */
export async function fillQueue(page: Page, { register = false, file = samples.powerShell } = {}): Promise<void> {
  const { id: tenantId } = await callProgram(page, 'tenants.addPractice', {});
  const bytes = await readFile(file);
  const { fileId } = await callProgram(page, 'intake.openFile', { name: basename(file), sizeBytes: bytes.length });
  await callProgram(page, 'intake.appendToFile', { fileId, base64: bytes.toString('base64') });
  const { previewId } = await callProgram(page, 'intake.preview', { fileIds: [fileId], tenantId, attended: false });
  const { deviceIds } = await callProgram(page, 'intake.commit', { previewId });
  if (register) await callProgram(page, 'registration.register', { deviceIds });
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByRole('grid', { name: 'Devices' })).toBeVisible();
}

/** Goes to the bench, and waits for it: a scan at another place leads to the device. */
export async function goToBench(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Bench', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bench' })).toBeAttached();
}

/** The answer to the last scan, in its place on top of every page. */
export const answerOn = (page: Page): Locator => page.getByRole('region', { name: 'Answer to the scan' });

/**
 * Types as a hand scanner does: all characters and Enter at once, wherever the focus is. How long this computer takes to
 * send them is not told, but the keys may say that there was a pause after some of them.
 */
export async function scan(page: Page, code: string, { pauseAfter = 0, pauseMs = 0 } = {}): Promise<void> {
  await page.evaluate(
    ({ keys, pauseAfter, pauseMs }) => {
      const begun = performance.now();
      for (const [index, key] of keys.entries()) {
        const at = index < pauseAfter ? begun - pauseMs : begun;
        const target = document.activeElement ?? document.body;
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        target.dispatchEvent(Object.defineProperty(event, 'timeStamp', { value: at }));
      }
    },
    { keys: [...Array.from(code), 'Enter'], pauseAfter, pauseMs },
  );
}

/** Presses Enter as the person does who has scanned: later than a scanner could send a second one. */
export async function pressEnterAfterScan(page: Page): Promise<void> {
  const now = () => page.evaluate(() => performance.now());
  const scannedBefore = await now();
  await expect.poll(now).toBeGreaterThan(scannedBefore + LONGEST_GAP_MS);
  await page.keyboard.press('Enter');
}
