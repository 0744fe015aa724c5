import { expectNothingCutOff, lookAtIt, sizes } from '../support/look.ts';
import { goToPlace, places } from '../support/places.ts';
import { answerOn, fillQueue, scan, serialNumbers } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

const [serialNumber] = serialNumbers;

// One queue for all sizes and looks: filling it takes longer than looking at it.
test('every place is accessible in every size and look, and nothing is cut off at the side', async ({
  reseal: { page },
}) => {
  await fillQueue(page, { register: true });
  await scan(page, serialNumber);
  await expect(page.getByRole('button', { name: 'Start technician flow' })).toBeVisible();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await lookAtIt(page, 'device');
    await expectNothingCutOff(page, { tables: true });
  }
  await page.getByRole('button', { name: 'Start technician flow' }).click();
  await expect(page.getByRole('button', { name: 'It turned green' })).toBeVisible();
  for (const place of places) {
    await goToPlace(page, place);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await lookAtIt(page, place.toLowerCase());
      await expectNothingCutOff(page, { tables: true });
    }
  }
});

test('at 200 and 400 % every place can be read without scrolling sideways', async ({ reseal: { page } }) => {
  await fillQueue(page);
  await scan(page, serialNumber);
  await expect(answerOn(page).getByRole('button', { name: 'Register' })).toBeVisible();
  for (const size of [
    { width: 640, height: 400 },
    { width: 320, height: 200 },
  ]) {
    await page.setViewportSize(size);
    await expectNothingCutOff(page, { tables: false });
    for (const place of places) {
      await goToPlace(page, place);
      await expectNothingCutOff(page, { tables: false });
    }
    await page.goBack();
  }
});
