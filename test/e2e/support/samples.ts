import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';

/** The sample files, by what is in them. */
export const samples = {
  /** 16 ready rows, one without a TPM in its hash, one whose hash is cut off. */
  powerShell: join(projectRoot, 'resources', 'samples', 'AutopilotHWID.csv'),
  /** 14 ready rows, a device of `powerShell` once more, a serial number that is not the hash's, a damaged hash. */
  intune: join(projectRoot, 'resources', 'samples', 'intune-sales.csv'),
} as const;

/** Begins to practise, which leads to the intake, and gives it files. */
export async function readFiles(page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await page.getByRole('button', { name: 'Practise with a pretend tenant' }).click();
  await page.getByRole('heading', { name: 'Drop hash files here' }).waitFor();
  await chooseFiles(page, files);
}

/** Chooses files as a person does, by the button. */
export async function chooseFiles(page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
  await page.getByRole('heading', { name: 'Check the rows' }).waitFor();
}
