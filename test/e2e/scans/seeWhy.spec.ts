import { callProgram } from '../support/callProgram.ts';
import { answerOn, fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [first, second] = serialNumbers;

async function fail(page: Parameters<typeof scan>[0], serialNumber: string): Promise<void> {
  const { devices } = await callProgram(page, 'devices.list', { search: serialNumber });
  const deviceId = devices[0]?.id ?? '';
  await callProgram(page, 'bench.record', { deviceId, step: 'start', overrideReason: 'Practice.' });
  await callProgram(page, 'bench.record', { deviceId, step: 'failure', errorCode: '0x81036502' });
}

test('“See why” opens what is wrong, where the page of the device is shown already too', async ({
  reseal: { page },
}) => {
  await fillQueue(page);
  await fail(page, first);
  await scan(page, first);
  const answer = answerOn(page);
  await expect(answer).toContainText(`Failed ${first}`);
  const causes = page.getByRole('button', { name: /0x81036502/ });
  await expect(causes).toHaveAttribute('aria-expanded', 'false');
  await answer.getByRole('button', { name: 'See why' }).click();
  await expect(causes).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeFocused();

  await page.getByRole('link', { name: 'Bench', exact: true }).click();
  await scan(page, first);
  await answer.getByRole('button', { name: 'See why' }).click();
  await expect(causes).toHaveAttribute('aria-expanded', 'true');
});

test('the scan of a shelf can be taken back where it is answered', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await callProgram(page, 'settings.write', { shelves: ['1', 'A1'] });
  await scan(page, first);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(first) })).toBeAttached();
  await scan(page, 'RESEAL:SHELF:A1');
  await expect(answerOn(page)).toContainText('On shelf A1.');
  await scan(page, second);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(second) })).toBeAttached();
  await scan(page, 'RESEAL:SHELF:A1');
  await expect(answerOn(page)).toContainText(`${first} stood there, and has no shelf now.`);
  await answerOn(page).getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () =>
      (await callProgram(page, 'shelves.list', {})).shelves.map(({ device }) => device?.serialNumber ?? null),
    )
    .toEqual([null, first]);
});

test('an empty search of Help has nothing to clear', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await page.getByRole('link', { name: 'Help' }).click();
  const search = page.getByRole('searchbox');
  await expect(search).toBeFocused();
  await expect(page.getByRole('button', { name: 'clear' })).toHaveCount(0);
  await search.fill('0x81036502');
  await page.getByRole('button', { name: 'clear' }).click();
  await expect(search).toHaveValue('');
});
