import { expectAccessible, picture } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { readFiles, samples } from '../support/samples.ts';

test('what was entered into an import outlives the program, and it goes on where it stood', async ({ openReseal }) => {
  const first = await openReseal();
  await readFiles(first.page, [samples.powerShell, samples.intune]);
  await expect(first.page.getByText('30 of 35 rows go in')).toBeVisible();
  await first.page.getByRole('button', { name: 'Suspect 3' }).click();
  await first.page
    .getByRole('row', { name: /Suspect/ })
    .first()
    .click();
  await first.page.getByRole('button', { name: 'Accept this row' }).click();
  await first.page.getByRole('button', { name: 'For all rows…' }).click();
  await first.page.getByRole('dialog').getByRole('textbox', { name: 'Group tag' }).fill('Kiosk');
  await first.page.getByRole('button', { name: 'Apply to all rows' }).click();
  await expect(first.page.getByText('Applied to all rows.').first()).toBeVisible();
  await first.kill();

  const { page, problems, close } = await openReseal();
  const intake = page.getByRole('link', { name: 'Intake', exact: true });
  await expect(intake).toHaveAccessibleDescription('An import is not finished');
  await page.getByRole('button', { name: '1 notification' }).click();
  await expectAccessible(page);
  await picture(page, 'unfinished-attention');
  await page.getByRole('link', { name: 'Go to Intake' }).click();
  const offer = page.getByRole('listitem', { name: 'Import of 2 files, 35 rows' });
  await expect(offer).toContainText('AutopilotHWID.csv, intune-sales.csv');
  await expect(offer).toContainText('Practice');
  await expectAccessible(page);
  await picture(page, 'intake-unfinished');

  await offer.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('button', { name: 'Put 31 devices into the queue' })).toBeVisible();
  await expect(page.getByRole('row', { name: /CRK15VH/ })).toHaveAccessibleName(/Kiosk/);
  await expectAccessible(page);
  await picture(page, 'intake-resumed');
  await page.getByRole('button', { name: 'Put 31 devices into the queue' }).click();
  await page.getByRole('button', { name: 'Read more files' }).click();
  await expect(page.getByRole('heading', { name: 'Drop hash files here' })).toBeVisible();
  await expect(page.getByRole('listitem', { name: /^Import of/ })).toBeHidden();
  await expect(intake).not.toHaveAccessibleDescription('An import is not finished');
  await close();
  expect(problems).toEqual([]);
});

test('an import that is not gone on with is discarded, once the person has said so', async ({ openReseal }) => {
  const first = await openReseal();
  await readFiles(first.page, samples.powerShell);
  await first.page.getByRole('button', { name: 'For all rows…' }).click();
  await first.page.getByRole('textbox', { name: 'Order number' }).fill('4711');
  await first.page.getByRole('button', { name: 'Apply to all rows' }).click();
  await expect(first.page.getByText('Applied to all rows.').first()).toBeVisible();
  await first.kill();

  const { page, close } = await openReseal();
  await page.getByRole('link', { name: 'Intake' }).click();
  const offer = page.getByRole('listitem', { name: 'Import of 1 file, 18 rows' });
  await offer.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toContainText('18 rows of AutopilotHWID.csv');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Discard the preview' }).click();
  await expect(offer).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Drop hash files here' })).toBeVisible();
  await expect(offer).toBeHidden();
  await close();
});
