import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { focusByTab, pressByTab } from '../support/keyboard.ts';
import { expectAccessible, picture } from '../support/look.ts';
import { scan } from '../support/practiceQueue.ts';
import { expect, test, type Reseal } from '../support/resealTest.ts';

const samplesFolder = join(projectRoot, 'resources', 'samples');
const samples = readdirSync(samplesFolder).map((name) => join(samplesFolder, name));
/** A device of the samples that is fit for pre-provisioning. */
const serialNumber = '5CGTJJZV73';

/** What happens on the device itself: the technician flow ends, and the device is enrolled. */
async function finishTechnicianFlow({ practice, page }: Reseal): Promise<void> {
  await page.getByRole('tab', { name: 'Microsoft' }).click();
  const ztdId = await page
    .getByText(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/)
    .first()
    .innerText();
  const answer = await fetch(`${practice.url}/practice/devices/${ztdId}/technician-flow`, {
    method: 'POST',
    headers: { authorization: `Bearer ${practice.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ result: 'success' }),
  });
  expect(answer.ok).toBe(true);
}

function scanField(page: Page) {
  return page.getByRole('textbox', { name: /Scan/ });
}

function queueSearch(page: Page) {
  return page.getByRole('searchbox', { name: /Search serial/ });
}

test('the main job by clicking: from the samples to a resealed device', async ({ reseal }) => {
  const { page } = reseal;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'welcome');
  await page.getByRole('button', { name: 'Practise with a pretend tenant' }).click();

  await page.locator('input[type=file]').first().setInputFiles(samples);
  const commit = page.getByRole('button', { name: /Put 42 devices into the queue/ });
  await expect(commit).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'intake');
  await commit.click();
  await page.getByRole('button', { name: 'Register these 42' }).click();

  await page.getByRole('link', { name: 'Queue' }).click();
  await queueSearch(page).fill(serialNumber);
  await expect(page.getByRole('status').filter({ hasText: '1 of 42' })).toBeVisible();
  await expect(page.getByText('Start technician flow')).toBeVisible();
  await queueSearch(page).fill('');
  await expect(page.getByRole('status').filter({ hasText: /^42 devices$/ })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'queue');

  await scanField(page).fill(serialNumber);
  await scanField(page).press('Enter');
  await page.getByRole('button', { name: 'Start a checklist' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Start technician flow' }).click();
  await expect(page.getByRole('button', { name: 'It turned green' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'device');
  await finishTechnicianFlow(reseal);
  await page.getByRole('button', { name: 'It turned green' }).click();
  await page.getByRole('button', { name: 'Record success' }).click();
  await page.getByRole('button', { name: 'It is resealed' }).click();
  await expect(page.getByRole('button', { name: 'It is shipped' })).toBeVisible();
  await expectAccessible(page);
});

test('the main job with the keyboard alone, and a scanner', async ({ reseal }) => {
  const { page } = reseal;
  await focusByTab(page, page.getByRole('button', { name: 'Practise with a pretend tenant' }));
  await page.keyboard.press('Enter');

  const choose = page.getByRole('button', { name: /Choose files/ });
  await expect(choose).toBeVisible();
  await focusByTab(page, choose);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(samples);

  await pressByTab(page, page.getByRole('button', { name: /Put 42 devices into the queue/ }));
  await pressByTab(page, page.getByRole('button', { name: 'Register these 42' }));

  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible();
  await scan(page, serialNumber);
  await pressByTab(page, page.getByRole('button', { name: 'Start technician flow' }));
  await pressByTab(page, page.getByRole('button', { name: 'It turned green' }));
  await pressByTab(page, page.getByRole('button', { name: 'Record success' }));
  await pressByTab(page, page.getByRole('button', { name: 'It is resealed' }));
  await pressByTab(page, page.getByRole('button', { name: 'It is shipped' }));
  await expect(page.getByRole('button', { name: 'User flow is done' })).toBeVisible();
});
