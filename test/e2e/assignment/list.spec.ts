import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, lookAtIt } from '../support/look.ts';
import { fillQueue } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const serialNumbers = Array.from({ length: 40 }, (_, index) => `LST${String(index + 1001)}`);

/** A file of hashes of so many devices; the first three are for somebody already. */
async function fileOfDevices(folder: string): Promise<string> {
  const rows = serialNumbers.map(
    (serialNumber, index) =>
      `${serialNumber},,${inventedHash(serialNumber)},,${index < 3 ? 'alan.turing@contoso.example' : ''}`,
  );
  const file = join(folder, 'devices.csv');
  const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';
  await writeFile(file, [header, ...rows].join('\r\n'));
  return file;
}

const pasted = [
  'Serial number\tUser',
  ...serialNumbers.map((serial, index) => `${serial}\tuser${index}@contoso.example`),
]
  .concat(['NOBODY9\tuser99@contoso.example', `${serialNumbers[39] ?? ''}\tsomebody.else@contoso.example`])
  .join('\n');

test('40 devices get 40 users from a pasted list: a button, a paste, a press', async ({
  reseal: { page, dataFolder },
}) => {
  await fillQueue(page, { file: await fileOfDevices(dataFolder) });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);

  await page.getByRole('button', { name: 'Change from a list' }).click();
  await expect(page.getByRole('textbox', { name: 'Paste the list here' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('heading', { level: 1, name: 'What the list changes' })).toBeVisible();
  const chips = page.getByRole('group', { name: 'Kinds of lines' });
  await expect(chips.getByRole('button')).toHaveText([
    /3\s*spared/,
    /1\s*not possible/,
    /37\s*add/,
    /1\s*not in the queue/,
  ]);
  const grid = page.getByRole('grid', { name: 'Lines of the list' });
  await expect(grid.getByRole('row').nth(1)).toContainText('alan.turing@contoso.example stays, not user0');
  await lookAtIt(page, 'list');

  await chips.getByRole('button', { name: /not possible/ }).click();
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid.getByRole('row').nth(1)).toContainText('Line 41 names the device too');
  await chips.getByRole('button', { name: /not possible/ }).click();

  await page.getByRole('button', { name: 'Apply to 37 devices' }).click();
  await expect(
    page.getByText('37 devices changed; 3 spared, 1 not possible, 1 not in the queue.').last(),
  ).toBeVisible();
  await expect(chips.getByRole('button', { name: /already so/ })).toHaveText(/37/);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back for 37 devices.').last()).toBeVisible();
  await expect(chips.getByRole('button', { name: /add/ })).toHaveText(/37/);

  await grid.getByRole('checkbox', { name: `Overwrite ${serialNumbers[0] ?? ''}` }).check();
  await page.getByRole('button', { name: 'Apply to 38 devices' }).click();
  await expect(
    page.getByText('38 devices changed; 2 spared, 1 not possible, 1 not in the queue.').last(),
  ).toBeVisible();
  const { devices } = await callProgram(page, 'devices.list', { search: serialNumbers[0] ?? '' });
  expect(devices[0]?.assignedUser).toBe('user0@contoso.example');
});

test('a list that is dropped on the intake is offered as one', async ({ reseal: { page, dataFolder } }) => {
  await fillQueue(page, { file: await fileOfDevices(dataFolder) });
  const file = join(dataFolder, 'users.csv');
  await writeFile(file, pasted.replaceAll('\t', ','));
  await page.getByRole('link', { name: 'Intake', exact: true }).click();
  await page.getByLabel('Choose files').setInputFiles(file);
  await expect(page.getByText('No hardware hash, but serial numbers', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Change devices by it' }).click();
  await expect(page.getByRole('group', { name: 'Kinds of lines' })).toContainText('37');
});
