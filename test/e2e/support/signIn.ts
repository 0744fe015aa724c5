import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { callProgram } from './callProgram.ts';

/** Chooses the code, and enters it as somebody at another computer would. */
export async function signInWithCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Sign in with a code/ }).click();
  const address = await page.getByRole('textbox', { name: 'Address' }).inputValue();
  const code = await page.getByText(/^\d{8}$/).innerText();
  await fetch(address, { method: 'POST', body: new URLSearchParams({ user_code: code }) });
  await expect(page.getByText(/Signed in as /)).toBeVisible();
}

/** Binds the customer that there is to the practice tenant: the form knows Microsoft’s clouds only. */
export async function connectToPractice(page: Page, url: string): Promise<void> {
  const [{ id } = { id: '' }] = (await callProgram(page, 'tenants.list', {})).tenants;
  await callProgram(page, 'tenants.connect', {
    id,
    directoryId: 'contoso-practice.example',
    clientId: randomUUID(),
    addresses: { graphRoot: url, authority: url },
  });
}
